package org.wiregrade.labs.twoflow.wire;

import java.util.List;
import java.util.StringJoiner;
import org.wiregrade.labs.evidence.Quote;
import org.wiregrade.labs.twoflow.rule.LabFlow;
import org.wiregrade.labs.twoflow.rule.Line;
import org.wiregrade.labs.twoflow.rule.RowRule;
import org.wiregrade.labs.twoflow.rule.RowTrace;
import org.wiregrade.labs.twoflow.rule.SentRow;
import org.wiregrade.labs.twoflow.rule.TwoFlowWords;

/** Each row of the CSV files traced to its packets, on both legs. */
public final class RowPlaces {
    private static final int SHOWN = 10;

    private RowPlaces() {}

    /** Judges the rows of both flows; says which packets carry them. */
    public static String check(TwoFlowTraffic traffic) {
        StringJoiner note = new StringJoiner("\n");
        for (LabFlow flow : LabFlow.values()) {
            RowTrace trace = traffic.rowsOn(flow);
            boolean lossy = traffic.isLossy(trace.sent());
            if (!lossy) {
                new RowRule(flow, trace).requireAll();
            }
            if (trace.rows().isEmpty()) {
                String expected = TwoFlowWords.say("rows.lost.expected", flow.file(), flow.port());
                throw TwoFlowWords.failure(expected, "rows.lost.none");
            }
            note.add(places(traffic.flow(flow), trace, lossy));
        }
        return note.toString();
    }

    private static String places(FlowLegs legs, RowTrace trace, boolean lossy) {
        StringJoiner lines = new StringJoiner("\n");
        Packets sent = new Packets(legs.sender().toServer());
        Packets relayed = new Packets(legs.receiver().toClient());
        List<SentRow> found = trace.rows();
        for (SentRow row : found.subList(0, Math.min(SHOWN, found.size()))) {
            Line line = row.line();
            String twin = legs.relayed().length() >= line.to()
                    ? TwoFlowWords.say("rows.note.relayed", relayed.numbers(line.from(), line.to()))
                    : "";
            lines.add(row.row() + ": " + sent.numbers(line.from(), line.to()) + twin);
        }
        if (found.size() > SHOWN) {
            lines.add(TwoFlowWords.say("rows.note.more", Quote.count(found.size() - SHOWN, "more row")));
        }
        int missing = trace.missing().size();
        if (lossy && missing > 0) {
            lines.add(TwoFlowWords.say("rows.note.lossy", Quote.count(missing, "row")));
        }
        return lines.toString();
    }
}
