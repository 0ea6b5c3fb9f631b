package org.wiregrade.labs.twoflow.wire;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.wiregrade.labs.twoflow.rule.Arrivals;
import org.wiregrade.labs.twoflow.rule.Assignment;
import org.wiregrade.labs.twoflow.rule.ChunkRule;
import org.wiregrade.labs.twoflow.rule.LabFlow;
import org.wiregrade.labs.twoflow.rule.Line;
import org.wiregrade.labs.twoflow.rule.MessageRow;
import org.wiregrade.labs.twoflow.rule.PacingRule;
import org.wiregrade.labs.twoflow.rule.RowTrace;
import org.wiregrade.labs.twoflow.rule.SentRow;
import org.wiregrade.labs.twoflow.rule.Tolerance;
import org.wiregrade.labs.twoflow.rule.Way;
import org.wiregrade.wire.Trace;

/**
 * A two-flow run as a capture and the CSV files show it.
 *
 * @param trace the capture, without what is of other runs
 * @param rows of each file
 * @param legs of each flow, by its port; a flow without two connections and payload has none
 * @param lossy whether the capturing program lost packets
 */
public record TwoFlowTraffic(
        Trace trace, Map<LabFlow, List<MessageRow>> rows, Map<LabFlow, FlowLegs> legs, boolean lossy) {
    /** A message of fewer characters may stand anywhere. */
    private static final int TELLING = 4;

    public TwoFlowTraffic {
        rows = Map.copyOf(rows);
        legs = Map.copyOf(legs);
    }

    /**
     * What a capture shows of its fullest run.
     *
     * @param ports of the flows, which a run of the harness does not have from the lab
     */
    public static TwoFlowTraffic of(
            Trace trace, Map<LabFlow, List<MessageRow>> rows, long dropped, ToIntFunction<LabFlow> ports) {
        Trace run = Runs.fullest(trace, ports);
        Map<LabFlow, FlowLegs> legs = new EnumMap<>(LabFlow.class);
        for (LabFlow flow : LabFlow.values()) {
            FlowLegs.on(run, flow, ports.applyAsInt(flow)).ifPresent(found -> legs.put(flow, found));
        }
        return new TwoFlowTraffic(run, rows, legs, dropped > 0);
    }

    Optional<FlowLegs> legs(LabFlow flow) {
        return Optional.ofNullable(legs.get(flow));
    }

    /** The legs of a flow that is known to be there. */
    FlowLegs flow(LabFlow flow) {
        return legs(flow).orElseThrow();
    }

    /** What the sender of a flow sent. */
    Arrivals sent(LabFlow flow) {
        return flow(flow).sent();
    }

    /** How many segments there were on a flow, in a sentence. */
    public String figures(LabFlow flow) {
        return flow(flow).figures();
    }

    RowTrace rowsOn(LabFlow flow) {
        return RowTrace.of(flow, rows.get(flow), sent(flow));
    }

    /** Where the lines of a flow stand that can be judged; where the capture lacks bytes, only its whole rows. */
    List<Line> linesOn(LabFlow flow) {
        RowTrace trace = rowsOn(flow);
        return isLossy(sent(flow)) ? trace.rows().stream().map(SentRow::line).toList() : trace.lines();
    }

    /** The rule on how the rows of a flow were cut. */
    public ChunkRule chunks(LabFlow flow, Tolerance tolerance) {
        return new ChunkRule(sent(flow), linesOn(flow), tolerance);
    }

    /** The rule on the pauses of the VoIP rows. */
    public PacingRule pacing() {
        return new PacingRule(sent(LabFlow.VOIP), linesOn(LabFlow.VOIP), Tolerance.CAPTURED);
    }

    /** Whether a flow has two connections, and somebody sends on one. */
    public boolean has(LabFlow flow) {
        return legs.containsKey(flow);
    }

    /** Whether the capture lacks part of a direction, so that nothing follows from what is not in it. */
    boolean isLossy(Arrivals arrivals) {
        return lossy || !arrivals.complete();
    }

    /** Whether bytes are rows of a flow: they have one of its messages, or its sign. */
    boolean looksLike(LabFlow flow, Arrivals arrivals) {
        String sign = flow == LabFlow.CHAT ? flow.mark() : Assignment.SEPARATOR + flow.name() + Assignment.SEPARATOR;
        return arrivals.bytes().contains(sign)
                || rows.get(flow).stream()
                        .flatMap(row -> Stream.of(row.bytes(), row.message()))
                        .anyMatch(text ->
                                text.length() >= TELLING && arrivals.bytes().contains(text));
    }

    /** The ways on which rows go, and those back. */
    List<Way> ways() {
        return legs.values().stream().flatMap(flow -> Ways.of(flow, endNs())).toList();
    }

    /** When the capture ends. */
    long endNs() {
        return trace.streams().stream()
                .mapToLong(stream -> stream.startNs() + stream.durationNs())
                .max()
                .orElse(0);
    }
}
