package org.wiregrade.labs.twoflow;

import java.util.List;
import java.util.StringJoiner;
import org.wiregrade.labs.evidence.Quote;
import org.wiregrade.labs.twoflow.RowTrace.Place;
import org.wiregrade.labs.twoflow.RowTrace.Range;
import org.wiregrade.testbed.CheckFailure;

/** What is sent on each flow is the rows of its CSV file: all, unchanged, in order, and nothing else. */
final class RowRules {
    private static final int SHOWN = 10;

    private RowRules() {}

    /** Each row traced to its packets, on both flows. */
    static String rows(TwoFlowTraffic traffic) {
        StringJoiner note = new StringJoiner("\n");
        for (LabFlow flow : LabFlow.values()) {
            note.add(rows(traffic, flow));
        }
        return note.toString();
    }

    private static String rows(TwoFlowTraffic traffic, LabFlow flow) {
        Speech sent = traffic.flow(flow).sent();
        RowTrace trace = traffic.rowsOn(flow);
        boolean lossy = traffic.isLossy(sent);
        if (!lossy) {
            requireAll(trace, sent, flow);
        }
        if (trace.found().isEmpty()) {
            throw new CheckFailure(
                    "the rows of " + flow.file() + " on port " + flow.port(),
                    "none of them" + (lossy ? "; the capture lacks packets" : ""),
                    "Hand in the CSV files that the clients sent from when you captured.");
        }
        return places(traffic.flow(flow), trace, lossy);
    }

    private static void requireAll(RowTrace trace, Speech sent, LabFlow flow) {
        if (!trace.misplaced().isEmpty()) {
            Place place = trace.misplaced().get(0);
            throw new CheckFailure(
                    "the rows in the order of " + flow.file(),
                    place.row() + " is sent too early, in " + sent.packets(place.from(), place.to()),
                    "Send the rows in the order in which they stand in the file.");
        }
        if (!trace.missing().isEmpty() && !trace.foreign().isEmpty()) {
            throw changed(trace.missing().get(0), trace, sent, flow);
        }
        if (!trace.missing().isEmpty()) {
            MessageRow row = trace.missing().get(0);
            throw new CheckFailure(
                    row + " is sent to port " + flow.port(),
                    "no packet has it; " + Quote.count(trace.found().size(), "other row") + " of the file "
                            + (trace.found().size() == 1 ? "was" : "were") + " sent",
                    "Capture until both clients have ended, and hand in the CSV file they sent from.");
        }
        if (!trace.foreign().isEmpty()) {
            Range range = trace.foreignLines(sent, flow).get(0);
            throw new CheckFailure(
                    "nothing but the rows of " + flow.file() + " on port " + flow.port(),
                    sent.packets(range.from(), range.to()) + carries(sent, range) + sent.quote(range.from(), range.to())
                            + ", which is no row of the file",
                    hint(flow));
        }
    }

    private static CheckFailure changed(MessageRow row, RowTrace trace, Speech sent, LabFlow flow) {
        Range instead = insteadOf(row, trace, trace.foreignLines(sent, flow));
        String seen = sent.packets(instead.from(), instead.to())
                + carries(sent, instead)
                + sent.quote(instead.from(), instead.to());
        boolean begun = instead.to() == sent.length()
                && row.bytes().startsWith(sent.bytes().substring(instead.from(), instead.to()));
        return new CheckFailure(
                row + " as " + Quote.text(row.payload()),
                begun ? "the capture ends in the middle of it: " + seen : seen,
                begun ? "Capture until both clients have ended." : hint(flow));
    }

    private static String carries(Speech sent, Range range) {
        return sent.packets(range.from(), range.to()).startsWith("packets") ? " carry " : " carries ";
    }

    private static String hint(LabFlow flow) {
        return "On the wire a row is " + flow.mark() + "timestamp | speaker | flow | message"
                + (flow == LabFlow.VOIP ? ", then a newline." : ".");
    }

    /** The line that stands where a missing row should. */
    private static Range insteadOf(MessageRow row, RowTrace trace, List<Range> lines) {
        int before = trace.found().stream()
                .filter(place -> place.row().number() < row.number())
                .mapToInt(Place::to)
                .max()
                .orElse(0);
        return lines.stream().filter(line -> line.from() >= before).findFirst().orElse(lines.get(0));
    }

    private static String places(FlowLegs legs, RowTrace trace, boolean lossy) {
        StringJoiner lines = new StringJoiner("\n");
        List<Place> found = trace.found();
        for (Place place : found.subList(0, Math.min(SHOWN, found.size()))) {
            String twin = legs.relayed().length() >= place.to()
                    ? ", handed on in " + legs.relayed().packets(place.from(), place.to())
                    : "";
            lines.add(place.row() + ": " + legs.sent().packets(place.from(), place.to()) + twin);
        }
        if (found.size() > SHOWN) {
            lines.add("… and " + Quote.count(found.size() - SHOWN, "more row"));
        }
        if (lossy && !trace.missing().isEmpty()) {
            lines.add("The capture lacks packets; "
                    + Quote.count(trace.missing().size(), "row") + " could not be looked for, which costs nothing.");
        }
        return lines.toString();
    }

    /** Each chat row in one segment, or in few. */
    static String chatSegments(TwoFlowTraffic traffic) {
        Speech sent = traffic.flow(LabFlow.CHAT).sent();
        List<Range> units = traffic.linesOn(LabFlow.CHAT);
        String expected = "on the sender's leg (stream at " + sent.flow().from()
                + ") each chat row in one segment, at most " + TwoFlowEvidenceLimits.CHAT_ROW_SEGMENTS;
        for (Range unit : units) {
            int segments = sent.segmentsIn(unit.from(), unit.to()).size();
            if (segments > TwoFlowEvidenceLimits.CHAT_ROW_SEGMENTS) {
                throw new CheckFailure(
                        expected,
                        sent.quote(unit.from(), unit.to()) + " comes in " + segments + " segments ("
                                + sent.packets(unit.from(), unit.to()) + ")",
                        "Send a chat row in one write; only VoIP rows are cut into chunks.");
            }
        }
        if (units.isEmpty()) {
            throw new CheckFailure(expected, "no chat row", "");
        }
        return Quote.count(units.size(), "row") + " in "
                + Quote.count(sent.segments().size(), "segment") + ".";
    }
}
