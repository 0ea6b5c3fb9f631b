package org.wiregrade.labs.twoflow;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.wiregrade.labs.evidence.Quote;
import org.wiregrade.testbed.CheckFailure;
import org.wiregrade.testbed.Program;
import org.wiregrade.testbed.TcpConnection;
import org.wiregrade.testbed.Testbed;
import org.wiregrade.testbed.Vocabulary;
import org.wiregrade.testbed.Vocabulary.Numbered;

/** A running relay and two clients of the harness, each with a chat and a VoIP connection to it. */
final class Switchboard implements AutoCloseable {
    private static final Duration EXIT_SEEN = Duration.ofMillis(300);
    private static final String STAYS =
            "A relay runs until its clients have ended their sending: look at its last lines.";
    private static final int FILLER_LINES = 400;
    private static final List<String> FILLERS = List.of(".", "o", "x", "u", ",", "w");
    private static final Pattern ERROR =
            Pattern.compile("Connection lost|^\\[ERROR\\]|^Exception in thread|^Traceback");

    private final Program relay;
    private final List<Direction> directions;
    private final Vocabulary given;
    private final Numbered words;
    private int tokens;

    private Switchboard(Program relay, Vocabulary given, List<Direction> directions) {
        this.relay = relay;
        this.given = given;
        this.words = given.numbered("relay");
        this.directions = List.copyOf(directions);
    }

    /** Starts the relay and connects as the lab's clients do: client 1 to both ports, then client 2. */
    static Switchboard start(Testbed testbed) throws IOException {
        Program relay = testbed.startServer(
                TwoFlowLab.RELAY, TwoFlowLab.READY, "--host", "127.0.0.1", "--chat-port", "0", "--voip-port", "0");
        int chatPort = relay.announcedPort(
                TwoFlowLab.CHAT_PORT, "the relay announces its chat port before its VoIP port: Listening for Chat");
        TcpConnection chat1 = connect(relay, chatPort, "client 1 is accepted on the chat port");
        TcpConnection voip1 = connect(relay, relay.port(), "client 1 is accepted on the VoIP port");
        TcpConnection chat2 = connect(relay, chatPort, "client 2 is accepted on the chat port");
        TcpConnection voip2 = connect(relay, relay.port(), "client 2 is accepted on the VoIP port");
        return new Switchboard(
                relay,
                testbed.words(),
                List.of(
                        new Direction("CHAT C1->C2", chat1, chat2),
                        new Direction("CHAT C2->C1", chat2, chat1),
                        new Direction("VOIP C1->C2", voip1, voip2),
                        new Direction("VOIP C2->C1", voip2, voip1)));
    }

    private static TcpConnection connect(Program relay, int port, String expected) throws IOException {
        try {
            return relay.connect(port);
        } catch (java.net.ConnectException | java.net.SocketTimeoutException e) {
            throw new CheckFailure(expected, "nobody accepts on port " + port, "", relay.tail());
        }
    }

    Program relay() {
        return relay;
    }

    /** The words of this run. */
    Vocabulary words() {
        return given;
    }

    /** Chat there and back, then VoIP there and back. */
    List<Direction> directions() {
        return directions;
    }

    Direction chat() {
        return directions.get(0);
    }

    Direction voip() {
        return directions.get(2);
    }

    /** The way back on the same flow. */
    Direction back(Direction direction) {
        return directions.get(directions.indexOf(direction) ^ 1);
    }

    /** A text that nobody has sent yet; it has no spaces and no newline. */
    String token() {
        return words.of(++tokens);
    }

    /** Sends a text and waits until it has come out at the other end; false where it has not in time. */
    boolean passes(Direction direction, String text, Duration limit) {
        int mark = direction.to().mark();
        direction.send(text.getBytes(StandardCharsets.UTF_8));
        return direction.to().await(mark, came -> came.contains(text.strip()), limit);
    }

    /** As above; where it does not come at once, more is sent behind it, which pushes it out of a relay that holds back. */
    boolean delivers(Direction direction, String text) {
        int mark = direction.to().mark();
        return passes(direction, text, TwoFlowLab.PROMPT) || comesWithMore(direction, mark, text.strip());
    }

    /** Sends more than any buffer holds, and waits until a text has come that was sent before. */
    boolean comesWithMore(Direction direction, int mark, String text) {
        String filler = given.one("filler", FILLERS);
        direction.send((filler.repeat(99) + "\n").repeat(FILLER_LINES).getBytes(StandardCharsets.US_ASCII));
        return direction.to().await(mark, came -> came.contains(text), TwoFlowLab.PATIENCE);
    }

    boolean alive() {
        return relay.alive();
    }

    /** A failure with what the relay itself has to say about it: that it ended, what was thrown, its last lines. */
    CheckFailure failure(String expected, String got, String hint) {
        boolean ended = ended();
        String words = ended ? got + "; the relay ended " + relay.ending() : got;
        Optional<String> error = relay.linesFrom(0).stream()
                .filter(line -> ERROR.matcher(line).find())
                .findFirst();
        return new CheckFailure(
                expected,
                words + error.map(line -> "; it printed " + Quote.text(line)).orElse(""),
                ended && hint.isEmpty() ? STAYS : hint,
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
