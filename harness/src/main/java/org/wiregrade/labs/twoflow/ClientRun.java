package org.wiregrade.labs.twoflow;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.wiregrade.labs.evidence.Quote;
import org.wiregrade.labs.twoflow.SentRows.Sent;
import org.wiregrade.testbed.Arrival;
import org.wiregrade.testbed.CheckFailure;
import org.wiregrade.testbed.Program;
import org.wiregrade.testbed.TcpConnection;

/** What both clients are asked alike: their rows on their flow, what arrives printed, an end. */
final class ClientRun {
    private final Recording recording;
    private final SentRows rows;
    private final boolean onOwnFlow;

    private ClientRun(Recording recording, SentRows rows, boolean onOwnFlow) {
        this.recording = recording;
        this.rows = rows;
        this.onOwnFlow = onOwnFlow;
    }

    /** Looks for the rows on the flow where they belong, then on the other. */
    static ClientRun of(Recording recording) {
        SentRows own = SentRows.on(own(recording), recording.rows());
        SentRows other = SentRows.on(other(recording), recording.rows());
        return own.none() && !other.none()
                ? new ClientRun(recording, other, false)
                : new ClientRun(recording, own, true);
    }

    private static boolean chat(Recording recording) {
        return recording.rows().get(0).flow().equals("CHAT");
    }

    private static TcpConnection own(Recording recording) {
        return chat(recording) ? recording.chat() : recording.voip();
    }

    private static TcpConnection other(Recording recording) {
        return chat(recording) ? recording.voip() : recording.chat();
    }

    /** The rows where they were found. */
    SentRows rows() {
        return rows;
    }

    /** In which pieces the rows came, on the connection on which they were found. */
    List<Arrival> pieces() {
        return recording.pieces(onOwnFlow ? own(recording) : other(recording));
    }

    /** Each row, whatever its form, once. */
    void requireEachRowOnce() {
        String expected = "each of the " + recording.rows().size() + " rows of the CSV file comes once";
        if (rows.none()) {
            byte[] came = own(recording).bytes(0);
            throw failure(
                    expected,
                    came.length == 0
                            ? "the client sent nothing"
                            : "none of their messages is in what came: " + Quote.bytes(came),
                    "");
        }
        for (LiveRow row : recording.rows()) {
            int times = rows.times(row);
            if (times != 1) {
                throw failure(
                        expected,
                        number(row) + (times == 0 ? " never came" : " came " + times + " times"),
                        times == 0
                                ? ""
                                : "The task's code is called once for each row: send the row it was given, once.");
            }
        }
    }

    /** The rows in the order of the file. */
    void requireOrder() {
        if (rows.outOfOrder().isPresent()) {
            List<String> order =
                    rows.inOrder().stream().map(sent -> number(sent.row())).toList();
            throw failure(
                    "the rows come in the order of the file",
                    "they came in this order: " + String.join(", ", order),
                    "Send each row before the method returns, not later in another thread.");
        }
    }

    /** The rows on the flow where they belong. */
    void requireOwnFlow() {
        String own = chat(recording) ? "chat" : "VoIP";
        String other = chat(recording) ? "VoIP" : "chat";
        if (!onOwnFlow) {
            throw failure(
                    "the rows are sent on the " + own + " connection",
                    "they came on the " + other + " connection: the ports are swapped",
                    "Write to the stream that the task's code is given: out.");
        }
        byte[] stray = other(recording).bytes(0);
        if (stray.length > 0) {
            throw failure(
                    "nothing is sent on the " + other + " connection",
                    Quote.bytes(stray) + " came on it",
                    "Write only to the stream that the task's code is given: out.");
        }
    }

    /** What the other client sends is printed. */
    void requireHeard() {
        String wanted = recording.heard();
        if (recording
                .program()
                .awaitLine(0, line -> line.contains(wanted), TwoFlowLab.PATIENCE)
                .isEmpty()) {
            throw failure("what comes on the other flow is printed: " + Quote.text(wanted), "no line has it", "");
        }
    }

    /** The program ends by itself once both sides have ended their sending. */
    void requireEnd() throws IOException {
        String expected = "the client ends its sending after the last row, and ends when the relay has no more for it";
        if (!own(recording).ended() || !other(recording).ended()) {
            throw failure(expected, "it did not end its sending", "Return from the task's code when the row is sent.");
        }
        Duration limit = TwoFlowLab.PATIENCE;
        try {
            if (!recording.program().awaitEnd(limit)) {
                throw failure(
                        expected,
                        "it was still running " + limit.toSeconds() + " s later",
                        "End every thread that you start.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting", e);
        }
        if (recording.program().exitCode().orElse(0) != 0) {
            throw failure(expected, "it failed", "Look at its last lines.");
        }
    }

    /** A failure with the client's last lines. */
    CheckFailure failure(String expected, String got, String hint) {
        Program program = recording.program();
        boolean failed = program.exitCode().orElse(0) != 0;
        return new CheckFailure(
                expected, failed ? got + "; the program ended " + program.ending() : got, hint, program.tail());
    }

    /** A row in a sentence. */
    static String number(LiveRow row) {
        return "row " + row.mark().substring(row.mark().indexOf('-') + 1);
    }

    static String number(Sent sent) {
        return number(sent.row());
    }
}
