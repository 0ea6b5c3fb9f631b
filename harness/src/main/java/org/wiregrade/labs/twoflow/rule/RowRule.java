package org.wiregrade.labs.twoflow.rule;

import java.util.List;
import java.util.Map;
import org.wiregrade.labs.evidence.Quote;
import org.wiregrade.testbed.CheckFailure;

/** What is sent on a flow is the rows of its CSV file: each once, in order, in the form that is asked, and nothing else. */
public final class RowRule {
    private final LabFlow flow;
    private final RowTrace trace;
    private final Arrivals sent;

    public RowRule(LabFlow flow, RowTrace trace) {
        this.flow = flow;
        this.trace = trace;
        sent = trace.sent();
    }

    /** Each row, whatever its form, once. */
    public void requireEachOnce() {
        String expected =
                TwoFlowWords.say("rows.expected", sent.sender(), trace.file().size(), flow.words());
        if (trace.rows().isEmpty() && sent.length() == 0) {
            throw TwoFlowWords.failure(expected, "rows.nothing");
        }
        if (trace.rows().isEmpty()) {
            throw TwoFlowWords.failure(expected, "rows.others", sent.quote(0, sent.length()));
        }
        for (Map.Entry<MessageRow, Integer> row : trace.times().entrySet()) {
            if (row.getValue() == 0) {
                throw TwoFlowWords.failure(expected, "rows.missing", row.getKey());
            }
            if (row.getValue() > 1) {
                throw TwoFlowWords.failure(expected, "rows.repeated", row.getKey(), row.getValue());
            }
        }
    }

    /** The rows in the order of the file. */
    public void requireOrder() {
        for (int i = 1; i < trace.rows().size(); i++) {
            SentRow early = trace.rows().get(i - 1);
            MessageRow late = trace.rows().get(i).row();
            if (late.number() < early.row().number()) {
                throw TwoFlowWords.failure(
                        TwoFlowWords.say("rows.order.expected"),
                        "rows.early",
                        early.row(),
                        late.place(),
                        sent.note(early.line()));
            }
        }
    }

    /** The rows that any way of sending gets right, in the form that is asked, and nothing besides rows. */
    public void requireForm() {
        for (SentRow row : trace.rows()) {
            boolean right = flow == LabFlow.CHAT ? row.bytes().equals(row.row().bytes()) : row.isClean();
            if (row.row().isPlain() && !right) {
                throw unlike(row.row(), whole(row), RowMistake.hint(row.row(), row.text()));
            }
        }
        if (!trace.foreign().isEmpty()) {
            throw TwoFlowWords.failure(
                    TwoFlowWords.say("rows.nothing-else.expected", flow.words()),
                    "rows.nothing-else",
                    sent.shows(trace.foreign().get(0)));
        }
    }

    /** The messages of the other rows, whatever their form. */
    public void requireText() {
        for (SentRow row : trace.rows()) {
            MessageRow asked = row.row();
            if (!asked.isPlain() && !row.bytes().contains(Arrivals.bytes(asked.message()))) {
                throw new CheckFailure(
                        TwoFlowWords.say("rows.message.expected", Quote.text(asked.message()), asked.place()),
                        sent.shows(whole(row)),
                        RowMistake.hint(asked, row.text()));
            }
        }
    }

    private static Line whole(SentRow row) {
        return new Line("", row.from(), row.from() + row.bytes().length());
    }

    private CheckFailure unlike(MessageRow row, Line came, String hint) {
        String form = flow == LabFlow.CHAT ? "rows.form.expected" : "rows.form.newline.expected";
        return new CheckFailure(TwoFlowWords.say(form, Quote.text(row.payload()), row.place()), sent.shows(came), hint);
    }

    /** All of it, where the rows are a student's own: those that are there, unchanged, and nothing else. */
    public void requireAll() {
        List<MessageRow> missing = trace.missing();
        requireOrder();
        if (!missing.isEmpty() && !trace.foreign().isEmpty()) {
            throw changed(missing.get(0));
        }
        requireEachOnce();
        if (!trace.foreign().isEmpty()) {
            String expected = TwoFlowWords.say("rows.only.expected", flow.file(), flow.port());
            throw TwoFlowWords.failure(
                    expected, "rows.foreign", sent.shows(trace.foreign().get(0)));
        }
    }

    private CheckFailure changed(MessageRow row) {
        Line instead = insteadOf(row);
        String came = sent.bytes().substring(instead.from(), instead.to());
        boolean begun = instead.to() == sent.length() && row.bytes().startsWith(came);
        String expected = TwoFlowWords.say("rows.form.expected", Quote.text(row.payload()), row.place());
        if (begun) {
            return TwoFlowWords.failure(expected, "rows.cut", sent.shows(instead));
        }
        String hint = RowMistake.hint(row, new SentRow(row, instead.from(), came).text());
        return new CheckFailure(
                expected,
                sent.shows(instead),
                hint.isEmpty() ? TwoFlowWords.say("rows.other-file.hint", flow.file(), flow.mark()) : hint);
    }

    /** The line that stands where a missing row should. */
    private Line insteadOf(MessageRow row) {
        int before = trace.rows().stream()
                .filter(sentRow -> sentRow.row().number() < row.number())
                .mapToInt(sentRow -> sentRow.line().to())
                .max()
                .orElse(0);
        List<Line> lines = trace.foreign();
        return lines.stream().filter(line -> line.from() >= before).findFirst().orElse(lines.get(0));
    }
}
