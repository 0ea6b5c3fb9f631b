package org.wiregrade.labs.twoflow.live;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.wiregrade.labs.evidence.Quote;
import org.wiregrade.labs.twoflow.rule.LabFlow;
import org.wiregrade.labs.twoflow.rule.Tolerance;
import org.wiregrade.labs.twoflow.rule.TwoFlowWords;
import org.wiregrade.labs.twoflow.rule.Way;
import org.wiregrade.testbed.CheckFailure;
import org.wiregrade.testbed.Program;
import org.wiregrade.testbed.TcpConnection;
import org.wiregrade.testbed.Vocabulary;
import org.wiregrade.testbed.Vocabulary.Numbered;

/** A running relay and two clients of the harness, each with a chat and a VoIP connection to it. */
public final class Switchboard implements AutoCloseable {
    private static final Duration EXIT_SEEN = Duration.ofMillis(300);
    private static final int FILLER_LINES = 400;
    private static final List<String> FILLERS = List.of(".", "o", "x", "u", ",", "w");
    private static final Pattern ERROR =
            Pattern.compile("Connection lost|^\\[ERROR\\]|^Exception in thread|^Traceback");

    private final Program relay;
    private final List<Direction> directions;
    private final Vocabulary words;
    private final Numbered numbered;
    private int tokens;

    private Switchboard(Program relay, Vocabulary words, List<Direction> directions) {
        this.relay = relay;
        this.words = words;
        numbered = words.numbered("relay");
        this.directions = List.copyOf(directions);
    }

    /** Connects to a relay as the lab's clients do: client 1 to both ports, then client 2. */
    static Switchboard of(Program relay, Vocabulary words) throws IOException {
        int chatPort = Announced.port(relay, LabFlow.CHAT);
        TcpConnection chat1 = connect(relay, chatPort, 1, LabFlow.CHAT);
        TcpConnection voip1 = connect(relay, relay.port(), 1, LabFlow.VOIP);
        TcpConnection chat2 = connect(relay, chatPort, 2, LabFlow.CHAT);
        TcpConnection voip2 = connect(relay, relay.port(), 2, LabFlow.VOIP);
        return new Switchboard(
                relay,
                words,
                List.of(
                        new Direction(LabFlow.CHAT, 1, chat1, chat2),
                        new Direction(LabFlow.CHAT, 2, chat2, chat1),
                        new Direction(LabFlow.VOIP, 1, voip1, voip2),
                        new Direction(LabFlow.VOIP, 2, voip2, voip1)));
    }

    private static TcpConnection connect(Program relay, int port, int client, LabFlow flow) throws IOException {
        try {
            return relay.connect(port);
        } catch (ConnectException | SocketTimeoutException e) {
            throw new CheckFailure(
                    TwoFlowWords.say("accepted.one.expected", client, flow.words()),
                    TwoFlowWords.say("accepted.refused.got", port),
                    "",
                    relay.tail());
        }
    }

    public Program relay() {
        return relay;
    }

    /** The words of this run. */
    Vocabulary words() {
        return words;
    }

    /** Chat there and back, then VoIP there and back. */
    public List<Direction> directions() {
        return directions;
    }

    /** Client 1's way on a flow. */
    public Direction of(LabFlow flow) {
        return directions.get(flow == LabFlow.CHAT ? 0 : 2);
    }

    /** The way back on the same flow. */
    public Direction back(Direction direction) {
        return directions.get(directions.indexOf(direction) ^ 1);
    }

    /** What was sent and what came so far, in the order of the directions. */
    List<Way> ways() {
        return directions.stream().map(Direction::way).toList();
    }

    /** A text that nobody has sent yet; it has no spaces and no newline. */
    public String token() {
        return numbered.of(++tokens);
    }

    /** Sends a text and waits until it has come out at the other end; false where it has not in time. */
    boolean passes(Direction direction, String text, Duration limit) {
        int mark = direction.to().mark();
        direction.send(text.getBytes(StandardCharsets.UTF_8));
        return direction.to().await(mark, came -> came.contains(text.strip()), limit);
    }

    /** Lets something pass on each way, so that a relay that was just started has done whatever it does. */
    public void stir() {
        directions.forEach(direction -> passes(direction, token() + "\n", Tolerance.PROMPT));
    }

    /** As above; where it does not come at once, more is sent behind it, which pushes it out of a relay that holds back. */
    boolean delivers(Direction direction, String text) {
        int mark = direction.to().mark();
        return passes(direction, text, Tolerance.PROMPT) || comesWithMore(direction, mark, text.strip());
    }

    /** Sends more than any buffer holds, and waits until a text has come that was sent before. */
    boolean comesWithMore(Direction direction, int mark, String text) {
        String filler = words.one("filler", FILLERS);
        direction.send((filler.repeat(99) + "\n").repeat(FILLER_LINES).getBytes(StandardCharsets.US_ASCII));
        return direction.to().await(mark, came -> came.contains(text), Tolerance.PATIENCE);
    }

    boolean alive() {
        return relay.alive();
    }

    /** A failure with what the relay itself has to say about it: that it ended, what was thrown, its last lines. */
    CheckFailure explained(CheckFailure failure) {
        if (!failure.detail().isEmpty()) {
            return failure;
        }
        boolean ended = ended();
        String error = relay.linesFrom(0).stream()
                .filter(line -> ERROR.matcher(line).find())
                .findFirst()
                .map(line -> TwoFlowWords.say("relay.printed", Quote.text(line)))
                .orElse("");
        return failure.told(
                failure.got() + (ended ? TwoFlowWords.say("relay.ended", relay.ending()) : "") + error,
                ended && failure.hint().isEmpty() ? TwoFlowWords.hint("relay.ended") : failure.hint(),
                relay.tail());
    }

    private boolean ended() {
        boolean connectionGone =
                directions.stream().anyMatch(direction -> direction.to().ended());
        try {
            return !relay.alive() || (connectionGone && relay.awaitEnd(EXIT_SEEN));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting", e);
        }
    }

    @Override
    public void close() throws IOException {
        for (Direction direction : directions) {
            direction.from().close();
        }
        relay.close();
    }
}
