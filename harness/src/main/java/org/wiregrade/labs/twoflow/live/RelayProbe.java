package org.wiregrade.labs.twoflow.live;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.wiregrade.labs.evidence.Quote;
import org.wiregrade.labs.twoflow.rule.Arrivals;
import org.wiregrade.labs.twoflow.rule.RelayRule;
import org.wiregrade.labs.twoflow.rule.Tolerance;
import org.wiregrade.labs.twoflow.rule.TwoFlowWords;
import org.wiregrade.testbed.CheckFailure;

/** What is asked of a running relay, one way at a time; what comes of it is judged by the rules. */
public record RelayProbe(Switchboard board) {
    /** How often something is sent back; the first may slip through a relay that is just about to close the socket. */
    private static final int BACK = 3;

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

    /** A small chunk without a newline is handed on although nothing follows it. */
    public void requirePrompt(Direction direction) {
        String chunk = board.token();
        int mark = direction.to().mark();
        if (board.passes(direction, chunk, Tolerance.QUIET)) {
            return;
        }
        direction.send("\n".getBytes(StandardCharsets.US_ASCII));
        if (direction.to().await(mark, came -> came.contains(chunk), Tolerance.PROMPT)) {
            throw RelayRule.heldBack(direction.way(), "relay.held.newline", "");
        }
        boolean more = board.comesWithMore(direction, mark, chunk);
        throw RelayRule.heldBack(direction.way(), more ? "relay.held.more" : "relay.held.never", "");
    }

    /** As much as a short call comes byte for byte on all ways at once. */
    public void requireUnchanged() {
        Bulk.through(board.directions(), board.words().seed());
        RelayRule rule = new RelayRule(board.ways());
        rule.ways().forEach(rule::requireSameBytes);
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
}
