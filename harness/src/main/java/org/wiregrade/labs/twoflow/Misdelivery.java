package org.wiregrade.labs.twoflow;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.wiregrade.labs.evidence.Quote;

/** What one direction of a relay must do, and why it did not. */
final class Misdelivery {
    private static final int BACK = 3;

    private Misdelivery() {}

    /** A text comes out at the other end, sooner or later. */
    static void requireForwarded(Switchboard board, Direction direction, String text) {
        int mark = direction.to().mark();
        if (board.delivers(direction, text + "\n")) {
            return;
        }
        String expected = direction.words() + " comes to " + direction.receiver();
        Optional<Direction> elsewhere = board.directions().stream()
                .filter(other -> other.to().since(0).contains(text))
                .findFirst();
        if (elsewhere.isPresent()) {
            throw board.failure(
                    expected,
                    where(board, direction, elsewhere.get()),
                    "Read from the socket from, write to the socket to.");
        }
        String came = direction.to().since(mark);
        throw board.failure(
                expected,
                came.isEmpty() ? "nothing came" : Quote.text(text) + " came as " + Quote.text(came),
                came.isEmpty() ? "" : "Hand on exactly the bytes that were read.");
    }

    /** Where the bytes of a direction came out, as part of a sentence. */
    private static String where(Switchboard board, Direction direction, Direction other) {
        if (other == board.back(direction)) {
            return "it came back to its sender";
        }
        return "it came to " + other.receiver() + " on the " + other.flow() + " flow";
    }

    /** A text that was delivered came once, and to nobody else. */
    static void requireOnlyWhereItBelongs(Switchboard board, Direction direction, String text) {
        String expected = direction.words() + " comes to " + direction.receiver() + " on that flow, and nowhere else";
        for (Direction other : board.directions()) {
            String came = other.to().since(0);
            if (other != direction && came.contains(text)) {
                throw board.failure(
                        expected,
                        where(board, direction, other) + " as well",
                        "Write to the socket to, and to no other.");
            }
            if (other == direction && came.indexOf(text) != came.lastIndexOf(text)) {
                throw board.failure(expected, "it came more than once", "Write what was read once.");
            }
        }
    }

    /** A small piece without a newline is handed on although nothing follows it. */
    static void requirePrompt(Switchboard board, Direction direction) {
        String chunk = board.token();
        int mark = direction.to().mark();
        if (board.passes(direction, chunk, TwoFlowLab.QUIET)) {
            return;
        }
        String expected =
                "a chunk without a newline, " + Quote.text(chunk) + ", is handed on before the next one is sent";
        direction.send("\n".getBytes(StandardCharsets.US_ASCII));
        if (direction.to().await(mark, came -> came.contains(chunk), TwoFlowLab.PROMPT)) {
            throw board.failure(
                    expected,
                    "it came only when a newline was sent behind it",
                    "Do not read lines: a relay hands on whatever bytes one read has brought.");
        }
        if (board.comesWithMore(direction, mark, chunk)) {
            throw board.failure(
                    expected,
                    "it came only when much more was sent behind it",
                    "Do not fill a buffer first; where you write through one, flush it after each piece.");
        }
        throw board.failure(expected, "it never came", "");
    }

    /** A piece is logged with the direction in which it went. */
    static void requireLogged(Switchboard board, Direction direction) {
        String text = board.token();
        int mark = board.relay().lineCount();
        board.delivers(direction, text + "\n");
        String flow = direction.label().substring(0, direction.label().indexOf(' '));
        String way = direction.label().substring(flow.length() + 1);
        boolean logged = board.relay()
                .awaitLine(
                        mark,
                        line -> line.contains(text)
                                && line.contains(way)
                                && line.toUpperCase(Locale.ROOT).contains(flow),
                        TwoFlowLab.QUIET)
                .isPresent();
        if (!logged) {
            List<String> others = board.relay().linesFrom(mark).stream()
                    .filter(line -> line.contains(text))
                    .toList();
            throw board.failure(
                    "a line " + Quote.text("[Server " + direction.label() + "] Forwarding: " + text),
                    others.isEmpty() ? "no line has the text" : Quote.text(others.get(0)),
                    "");
        }
    }

    /** The receiver sees the end of the sender's sending, and can still send back. */
    static void requireHalfClose(Switchboard board, Direction direction) throws IOException {
        String sender = board.back(direction).receiver();
        String expected = "when " + sender + " has ended its sending on the " + direction.flow() + " flow, "
                + direction.receiver() + " sees the end and can still send back";
        direction.from().finish();
        if (!direction.to().awaitEnded(TwoFlowLab.PATIENCE)) {
            throw board.failure(
                    expected,
                    direction.receiver() + " never saw an end",
                    "When read returns -1, call to.shutdownOutput().");
        }
        // The first may slip through a relay that is just about to close the socket.
        for (int round = 0; round < BACK; round++) {
            if (!board.delivers(board.back(direction), board.token() + "\n")) {
                throw board.failure(
                        expected,
                        direction.receiver() + " saw the end, but what it sent back no longer came to " + sender,
                        "Close no socket: the other direction may still be at work. to.shutdownOutput() ends this one only.");
            }
        }
    }
}
