package org.wiregrade.labs.twoflow;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wiregrade.labs.twoflow.RowTrace.Range;
import org.wiregrade.wire.Trace;

/**
 * A two-flow run as a capture and the CSV files show it.
 *
 * @param rows of each file
 * @param legs of each flow, by its port; a flow without two connections and payload has none
 * @param lossy whether the capturing program lost packets
 */
record TwoFlowTraffic(Trace trace, Map<LabFlow, List<MessageRow>> rows, Map<LabFlow, FlowLegs> legs, boolean lossy) {
    private static final int TELLING = 4;

    TwoFlowTraffic {
        rows = Map.copyOf(rows);
        legs = Map.copyOf(legs);
    }

    static TwoFlowTraffic of(Trace trace, Map<LabFlow, List<MessageRow>> rows, long dropped) {
        Map<LabFlow, FlowLegs> legs = new EnumMap<>(LabFlow.class);
        for (LabFlow flow : LabFlow.values()) {
            FlowLegs.on(trace, flow, flow.port()).ifPresent(found -> legs.put(flow, found));
        }
        return new TwoFlowTraffic(trace, rows, legs, dropped > 0);
    }

    Optional<FlowLegs> legs(LabFlow flow) {
        return Optional.ofNullable(legs.get(flow));
    }

    /** The legs of a flow that is known to be there. */
    FlowLegs flow(LabFlow flow) {
        return legs(flow).orElseThrow();
    }

    RowTrace rowsOn(LabFlow flow) {
        return RowTrace.of(rows.get(flow), flow(flow).sent());
    }

    /** Where the lines of a flow stand that can be judged; where the capture lacks bytes, only its whole rows. */
    List<Range> linesOn(LabFlow flow) {
        RowTrace trace = rowsOn(flow);
        Speech sent = flow(flow).sent();
        return isLossy(sent)
                ? trace.found().stream()
                        .map(place -> new Range(place.from(), place.to()))
                        .toList()
                : trace.units(sent, flow);
    }

    /** Whether the capture lacks part of a direction, so that nothing follows from what is not in it. */
    boolean isLossy(Speech speech) {
        return lossy || speech.isPartial();
    }

    /** Whether bytes are rows of a flow: they have one of its messages, or its sign. */
    boolean looksLike(LabFlow flow, Speech speech) {
        return rows.get(flow).stream().anyMatch(row -> speech.bytes().contains(row.bytes()))
                || speech.bytes().contains(sign(flow))
                || rows.get(flow).stream()
                        .map(MessageRow::message)
                        .anyMatch(message ->
                                message.length() >= TELLING && speech.bytes().contains(message));
    }

    private static String sign(LabFlow flow) {
        return flow == LabFlow.CHAT ? flow.mark() : " | " + flow.name() + " | ";
    }
}
