package org.wiregrade.labs.twoflow.live;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.wiregrade.labs.evidence.Quote;
import org.wiregrade.labs.twoflow.rule.Arrivals;
import org.wiregrade.labs.twoflow.rule.ChunkRule;
import org.wiregrade.labs.twoflow.rule.LabFlow;
import org.wiregrade.labs.twoflow.rule.Line;
import org.wiregrade.labs.twoflow.rule.MessageRow;
import org.wiregrade.labs.twoflow.rule.PacingRule;
import org.wiregrade.labs.twoflow.rule.RowRule;
import org.wiregrade.labs.twoflow.rule.RowTrace;
import org.wiregrade.labs.twoflow.rule.Tolerance;
import org.wiregrade.labs.twoflow.rule.TwoFlowWords;
import org.wiregrade.testbed.CheckFailure;
import org.wiregrade.testbed.Program;
import org.wiregrade.testbed.TcpConnection;

/** A client's run when it is over: its rows, where they were found, and what both clients are asked alike. */
public final class ClientRun {
    /** More than this of what is sent, in bytes, is no longer looked at. */
    private static final int MOST = 16 << 10;

    private final ClientProgram client;
    private final RowTrace trace;
    private final boolean onOwnFlow;

    /** A question to a run. */
    @FunctionalInterface
    public interface Question {
        void to(ClientRun run) throws Exception;
    }

    private ClientRun(ClientProgram client, RowTrace trace, boolean onOwnFlow) {
        this.client = client;
        this.trace = trace;
        this.onOwnFlow = onOwnFlow;
    }

    /** Looks for the rows on the flow where they belong, then on the other. */
    static ClientRun of(ClientProgram client) {
        RowTrace own = trace(client, client.flow());
        RowTrace other = trace(client, client.flow().other());
        return own.rows().isEmpty() && !other.rows().isEmpty()
                ? new ClientRun(client, other, false)
                : new ClientRun(client, own, true);
    }

    private static RowTrace trace(ClientProgram client, LabFlow on) {
        TcpConnection connection = client.connection(on);
        byte[] sent = connection.bytes(0);
        byte[] judged = Arrays.copyOf(sent, Math.min(sent.length, MOST));
        Arrivals arrivals = Arrivals.live(client.flow().client(), judged, connection.arrivals());
        return RowTrace.of(client.flow(), client.rows(), arrivals);
    }

    /** Asks; a failure gets the client's last lines. */
    void answer(Question question) throws Exception {
        try {
            question.to(this);
        } catch (CheckFailure failure) {
            Program program = client.program();
            boolean failed = program.exitCode().orElse(0) != 0;
            String end = failed ? TwoFlowWords.say("client.ended", program.ending()) : "";
            throw new CheckFailure(failure.expected(), failure.got() + end, failure.hint(), program.tail());
        }
    }

    public RowRule rows() {
        return new RowRule(client.flow(), trace);
    }

    public ChunkRule chunks() {
        Timed timed = timed();
        return new ChunkRule(timed.sent(), trace.clean(), timed.tolerance());
    }

    /** The chat rows that came as they are asked for, in a segment each. */
    public String requireSegments() {
        Timed timed = timed();
        List<Line> clean = trace.clean();
        // Where no row is as asked, nobody knows where one begins; that costs enough.
        return clean.isEmpty()
                ? TwoFlowWords.say("chat-segments.note.none")
                : new ChunkRule(timed.sent(), clean, timed.tolerance()).requireFew();
    }

    /** Judges the pauses; says how long they are. */
    public String requirePauses() {
        Timed timed = timed();
        return new PacingRule(timed.sent(), trace.clean(), timed.tolerance()).requirePauses(client.pauseHere());
    }

    /** What was sent, with the times that are known best, and what these can tell. */
    private record Timed(Arrivals sent, Tolerance tolerance) {}

    private Timed timed() {
        TcpConnection connection =
                client.connection(onOwnFlow ? client.flow() : client.flow().other());
        Arrivals sent = trace.sent();
        return client.segments(connection)
                .map(packets -> new Timed(
                        new Arrivals(sent.sender(), sent.bytes(), packets, sent.where(), true), Tolerance.SENT))
                .orElseGet(() -> new Timed(sent, byReads(sent)));
    }

    /** Late reads join what was sent apart, but never let it come sooner than it can have been sent. */
    private Tolerance byReads(Arrivals sent) {
        boolean surelyShort = PacingRule.isTooSoon(sent, trace.clean(), client.startedNs());
        return client.readLate() && !surelyShort ? Tolerance.LATE : Tolerance.LIVE;
    }

    /** The rows on the flow where they belong. */
    public void requireOwnFlow() {
        String own = client.flow().words();
        String other = client.flow().other().words();
        if (!onOwnFlow) {
            throw TwoFlowWords.failure(TwoFlowWords.say("own-flow.expected", own), "own-flow.swapped", other);
        }
        byte[] stray = client.connection(client.flow().other()).bytes(0);
        if (stray.length > 0) {
            throw TwoFlowWords.failure(
                    TwoFlowWords.say("own-flow.only.expected", other), "own-flow.stray", Quote.bytes(stray));
        }
    }

    /** A line with the whole of each row that any way of reading gets right. */
    public void requireLogged() {
        List<MessageRow> plain =
                client.rows().stream().filter(MessageRow::isPlain).toList();
        for (MessageRow row : plain) {
            if (!prints("Sending", loggedOf(row), Tolerance.PROMPT)) {
                String line = Quote.text("[Client1 Chat] Sending: " + row.payload());
                throw TwoFlowWords.failure(TwoFlowWords.say("log.expected", line), "log.no-row", row.place());
            }
        }
    }

    /** All of a row, or its message where it is not sent as is asked, which costs enough. */
    private String loggedOf(MessageRow row) {
        boolean right = trace.rows().stream().anyMatch(each -> each.row().equals(row) && each.isWhole());
        return right ? row.payload() : row.message();
    }

    private boolean prints(String word, String text, Duration limit) {
        return client.program()
                .awaitLine(0, line -> line.contains(word) && line.contains(text), limit)
                .isPresent();
    }

    /** What the other client sends is printed, and the program ends by itself once both sides have ended their sending. */
    public void requireHeardAndEnd() throws InterruptedException {
        if (!prints("", client.heard(), Tolerance.PATIENCE)) {
            throw TwoFlowWords.failure(TwoFlowWords.say("heard.expected", Quote.text(client.heard())), "heard.not");
        }
        String expected = TwoFlowWords.say("ends.expected");
        if (!client.connection(LabFlow.CHAT).ended()
                || !client.connection(LabFlow.VOIP).ended()) {
            throw TwoFlowWords.failure(expected, "ends.sends-on");
        }
        if (!client.program().awaitEnd(Tolerance.PATIENCE)) {
            throw TwoFlowWords.failure(expected, "ends.runs-on", Tolerance.PATIENCE.toSeconds());
        }
        if (client.program().exitCode().orElse(0) != 0) {
            throw TwoFlowWords.failure(expected, "ends.failed");
        }
    }
}
