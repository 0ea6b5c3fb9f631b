package org.wiregrade.labs.twoflow;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.wiregrade.labs.evidence.Quote;
import org.wiregrade.labs.twoflow.RowTrace.Range;
import org.wiregrade.testbed.CheckFailure;
import org.wiregrade.wire.Segment;

/** VoIP rows come in chunks of ten bytes, the rest, and a newline on its own; judged on the sender's leg. */
final class ChunkRule {
    private static final int SHOWN = 12;

    private final Speech sent;
    private final List<Range> units;
    private final ChunkBorders borders;

    private ChunkRule(TwoFlowTraffic traffic) {
        sent = traffic.flow(LabFlow.VOIP).sent();
        units = traffic.linesOn(LabFlow.VOIP);
        borders = ChunkBorders.of(sent, units);
    }

    static String check(TwoFlowTraffic traffic) {
        return new ChunkRule(traffic).check();
    }

    private String check() {
        double seen = borders.seen(units);
        double foreign = borders.foreign();
        if (units.isEmpty() || (seen < TwoFlowEvidenceLimits.SEEN_BORDERS && foreign < 1 && areWhole())) {
            throw failure(
                    "whole rows: segments of " + sizes() + " bytes",
                    "Cut each row into chunks of 10 bytes and write each one by itself, with a pause behind it.");
        }
        if (foreign > TwoFlowEvidenceLimits.FOREIGN_BORDERS || seen < TwoFlowEvidenceLimits.SEEN_BORDERS) {
            throw failure("segments of " + sizes() + " bytes", otherSize());
        }
        if (borders.newlines().isEmpty()) {
            throw failure(
                    "chunks of 10 bytes, but no newline behind "
                            + sent.quote(units.get(0).from(), units.get(0).to()) + " ("
                            + sent.packets(units.get(0).from(), units.get(0).to()) + ")",
                    "Behind the last chunk of each row send a newline, in a write of its own.");
        }
        if (borders.newlines().size() > 1 && borders.loneNewlines() < TwoFlowEvidenceLimits.LONE_NEWLINES) {
            int newline = borders.newlines().iterator().next();
            throw failure(
                    "the newline comes together with the rest of its row: packet " + sent.frameAt(newline),
                    "Send the newline in a write of its own, after the pause behind the last chunk.");
        }
        return Quote.count(sent.segments().size(), "segment") + " of " + sizes() + " bytes.";
    }

    /** Whether most rows came in one segment, apart from their newlines. */
    private boolean areWhole() {
        long whole = units.stream()
                .filter(unit -> unit.to() - unit.from() > 2 * TwoFlowEvidenceLimits.CHUNK)
                .filter(unit -> sent.segmentsIn(unit.from(), unit.to()).size() == 1)
                .count();
        return 2 * whole >= units.size();
    }

    private CheckFailure failure(String got, String hint) {
        return new CheckFailure(
                "on the sender's leg (stream at " + sent.flow().from()
                        + ") each VoIP row in segments of 10 bytes, one with the rest, one with the newline",
                got,
                hint);
    }

    /** The cause, where most segments have one size. */
    private String otherSize() {
        Map<Integer, Integer> counts = new TreeMap<>();
        for (Segment segment : sent.segments()) {
            counts.merge(segment.length(), 1, Integer::sum);
        }
        counts.remove(1);
        int commonest = counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(0);
        boolean mostly = counts.getOrDefault(commonest, 0) * 2 > sent.segments().size();
        if (mostly && commonest != TwoFlowEvidenceLimits.CHUNK) {
            return "The chunks have " + commonest + " bytes; 10 are asked for.";
        }
        return mostly
                ? "Some chunks were joined on their way: pause 50 ms behind each, and count bytes, not characters."
                : "Chunks that are written without a pause between them are joined by TCP: pause 50 ms behind each.";
    }

    private String sizes() {
        int[] sizes = sent.flow().sizes();
        String shown =
                Arrays.stream(sizes).limit(SHOWN).mapToObj(String::valueOf).collect(Collectors.joining(", "));
        return sizes.length > SHOWN ? shown + ", …" : shown;
    }
}
