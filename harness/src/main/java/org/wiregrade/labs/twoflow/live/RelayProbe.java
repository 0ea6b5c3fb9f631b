package org.wiregrade.labs.twoflow.live;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.wiregrade.labs.evidence.Quote;
import org.wiregrade.labs.twoflow.rule.Arrivals;
import org.wiregrade.labs.twoflow.rule.RelayRule;
import org.wiregrade.labs.twoflow.rule.Tolerance;
import org.wiregrade.labs.twoflow.rule.TwoFlowWords;
import org.wiregrade.testbed.CheckFailure;
import org.wiregrade.testbed.Deadline;

/** What is asked of a running relay, one way at a time; what comes of it is judged by the rules. */
public record RelayProbe(Switchboard board) {
    /** What the given code prints when both flows have ended. */
    private static final String FINISHED = "Relay server finished";

    /** How often something is sent back; the first may slip through a relay that is just about to close the socket. */
    private static final int BACK = 3;

    /** A relay that prints more lines than one for so many bytes would print more of a megabyte than anybody keeps. */
    private static final int BYTES_OF_A_LINE = 16;

    /** A text comes out at the other end, sooner or later. */
    public void requireForwarded(Direction direction, String text) {
        int mark = direction.to().mark();
        if (!board.delivers(direction, text + "\n")) {
            String came = Arrivals.bytes(direction.to().since(mark));
            throw new RelayRule(board.ways()).misdelivered(direction.way(), Arrivals.bytes(text), came);
        }
    }

    /** Texts that were delivered came once, and to nobody else. */
    public void requireOnlyWhereTheyBelong(List<Direction> by, List<String> texts) {
        RelayRule rule = new RelayRule(board.ways());
        for (int i = 0; i < texts.size(); i++) {
            String text = Arrivals.bytes(texts.get(i));
            rule.requireNowhereElse(rule.ways().get(board.directions().indexOf(by.get(i))), text);
            rule.requireOnce(rule.ways().get(board.directions().indexOf(by.get(i))), text);
        }
    }

    /** A small chunk without a newline is handed on at once, although nothing follows it. */
    public void requirePrompt(Direction direction) {
        String chunk = board.token();
        int mark = direction.to().mark();
        if (board.passes(direction, chunk, Tolerance.QUIET)) {
            requireAtOnce(direction);
            return;
        }
        direction.send("\n".getBytes(StandardCharsets.US_ASCII));
        if (direction.to().await(mark, came -> came.contains(chunk), Tolerance.PROMPT)) {
            throw RelayRule.heldBack(direction.way(), "relay.held.newline", "");
        }
        boolean more = board.comesWithMore(direction, mark, chunk);
        throw RelayRule.heldBack(direction.way(), more ? "relay.held.more" : "relay.held.never", "");
    }

    /** A busy machine makes some chunks late, a relay that waits makes all of them late: one in time is enough. */
    private void requireAtOnce(Direction direction) {
        Deadline giveUp = Deadline.in(Tolerance.AT_ONCE_TRIED);
        Duration least = Tolerance.AT_ONCE_TRIED;
        int tries = 0;
        while (tries < Tolerance.AT_ONCE_TRIES || !giveUp.passed()) {
            long fromNs = System.nanoTime();
            if (!board.passes(direction, board.token(), Tolerance.QUIET)) {
                throw RelayRule.heldBack(direction.way(), "relay.held.never", "");
            }
            Duration took = Duration.ofNanos(System.nanoTime() - fromNs);
            if (took.compareTo(Tolerance.AT_ONCE) < 0) {
                return;
            }
            least = took.compareTo(least) < 0 ? took : least;
            tries++;
        }
        throw RelayRule.late(direction.way(), tries, least.toMillis());
    }

    /** Pieces of all sizes, each alone, and then as much as a short call comes byte for byte on all ways at once. */
    public void requireUnchanged() {
        int lines = board.relay().lineCount();
        int sent = 0;
        for (Direction direction : board.directions()) {
            for (byte[] piece : Pieces.of(board.words())) {
                direction.send(piece);
                sent += piece.length;
                if (!direction.to().awaitSize(direction.sent(), Tolerance.QUIET)) {
                    new RelayRule(board.ways()).requireSameBytes(direction.way());
                }
            }
        }
        boolean linesForFew = BYTES_OF_A_LINE * (board.relay().lineCount() - lines) > sent;
        Bulk.through(board.directions(), board.words().seed(), linesForFew ? Bulk.SIZE_FOR_LINES : Bulk.SIZE);
        RelayRule rule = new RelayRule(board.ways());
        rule.ways().forEach(rule::requireSameBytes);
    }

    /** Who says nothing for a while is still there. */
    public void requireThatSilenceEndsNothing() {
        Direction silent = board.directions().get(0);
        boolean ended = silent.to().awaitEnded(Tolerance.SILENCE);
        String text = board.token();
        if (ended || !board.delivers(silent, text + "\n")) {
            String expected = TwoFlowWords.say("silence.expected", silent.way().words(), silent.receiver());
            throw TwoFlowWords.failure(expected, "silence.lost", Tolerance.SILENCE.toMillis() / 1000)
                    .alone();
        }
    }

    /** What is handed on is logged with the direction in which it went. */
    public void requireLogged(Direction direction) {
        String text = board.token();
        int mark = board.relay().lineCount();
        String flow = direction.flow().name();
        board.delivers(direction, text + "\n");
        boolean logged = board.relay()
                .awaitLine(
                        mark,
                        line -> line.contains(text)
                                && line.contains(direction.label())
                                && line.toUpperCase(Locale.ROOT).contains(flow),
                        Tolerance.QUIET)
                .isPresent();
        if (!logged) {
            String other = board.relay().linesFrom(mark).stream()
                    .filter(line -> line.contains(text))
                    .findFirst()
                    .map(Quote::text)
                    .orElse(TwoFlowWords.say("log.none.got"));
            String line = "[Server " + flow + " " + direction.label() + "] Forwarding: " + text;
            throw new CheckFailure(TwoFlowWords.say("log.expected", Quote.text(line)), other, "");
        }
        requireLoggedOnce(direction, mark, text);
    }

    /** What is said behind it has been handed on, so nothing more is logged of it. */
    private void requireLoggedOnce(Direction direction, int mark, String text) {
        String behind = board.token();
        int later = board.relay().lineCount();
        board.delivers(direction, behind + "\n");
        board.relay().awaitLine(later, line -> line.contains(behind), Tolerance.PROMPT);
        long times = board.relay().linesFrom(mark).stream()
                .filter(line -> line.contains(text)
                        && line.contains(direction.label())
                        && line.toLowerCase(Locale.ROOT).contains("forward"))
                .count();
        if (times > 1) {
            String line = "[Server " + direction.flow().name() + " " + direction.label() + "] Forwarding: " + text;
            throw TwoFlowWords.failure(TwoFlowWords.say("log.expected", Quote.text(line)), "log.twice", times);
        }
    }

    /** The receiver sees the end of the sender's sending, and can still send back. */
    public void requireHalfClose(Direction direction) throws IOException {
        String expected = TwoFlowWords.say(
                "half-close.expected", direction.sender(), direction.flow().words(), direction.receiver());
        direction.from().finish();
        if (!direction.to().awaitEnded(Tolerance.PATIENCE)) {
            throw TwoFlowWords.failure(expected, "half-close.no-end", direction.receiver());
        }
        for (int round = 0; round < BACK; round++) {
            if (!board.delivers(board.back(direction), board.token() + "\n")) {
                throw TwoFlowWords.failure(expected, "half-close.closed", direction.receiver(), direction.sender());
            }
        }
    }

    /** After a loss of another connection a way still works. */
    public void requireAlive(Direction direction) {
        if (!board.delivers(direction, board.token() + "\n")) {
            String expected = TwoFlowWords.say("reset.expected", direction.way().words(), direction.receiver());
            throw TwoFlowWords.failure(expected, direction.to().ended() ? "reset.closed" : "reset.nothing");
        }
    }

    /** The relay ends once nothing is left to do; a busy engine may tell the end of a container much later than its last words. */
    public void requireEnd() throws InterruptedException {
        boolean finished = hasFinished();
        if (!board.relay().awaitEnd(finished ? Tolerance.EXIT : Tolerance.PATIENCE)) {
            String expected = TwoFlowWords.say("relay-ends.expected");
            throw TwoFlowWords.failure(expected, "relay-ends.runs-on", Tolerance.PATIENCE.toSeconds());
        }
    }

    /** Whether the given code has said that both flows have ended. */
    private boolean hasFinished() {
        return board.relay()
                .awaitLine(0, line -> line.contains(FINISHED), Tolerance.PATIENCE)
                .isPresent();
    }

    /** Once every other client has ended its sending too, nothing is left to do. */
    public void requireEndBehindLoss(Direction lost) throws IOException, InterruptedException {
        for (Direction direction : board.directions()) {
            if (direction != lost) {
                direction.from().finish();
            }
        }
        if (!hasFinished() && !board.relay().awaitEnd(Tolerance.PATIENCE)) {
            throw TwoFlowWords.failure(
                    TwoFlowWords.say("reset.ends.expected"), "reset.runs-on", Tolerance.PATIENCE.toSeconds());
        }
    }
}
