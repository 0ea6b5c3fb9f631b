package org.wiregrade.labs.twoflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.wiregrade.capture.Captures;
import org.wiregrade.testbed.Arrival;
import org.wiregrade.testbed.CheckFailure;
import org.wiregrade.testbed.Deadline;
import org.wiregrade.testbed.Lab.StudentProgram;
import org.wiregrade.testbed.Program;
import org.wiregrade.testbed.TcpConnection;
import org.wiregrade.testbed.TcpListener;
import org.wiregrade.testbed.Testbed;
import org.wiregrade.wire.Flow;
import org.wiregrade.wire.Segment;
import org.wiregrade.wire.TcpStream;

/** A client program's run against the harness in the relay's place: what it sent on both connections, and what it printed. */
final class Recording implements AutoCloseable {
    /** What a client may hear from the harness, on the flow that it does not send on. */
    private static final List<String> HEARD = List.of(
            "the other client: bună, 你好",
            "here I am: șapte, 東京",
            "a word of mine: țară, 山川",
            "over to you: încă, 春秋",
            "who hears this: mâine, 火水",
            "as I said: știu, 天地");

    private final Testbed testbed;
    private final Program program;
    private final List<LiveRow> rows;
    private final TcpListener chatPort;
    private final TcpListener voipPort;
    private final Thread acceptor;
    private final Metronome metronome = new Metronome();
    private volatile TcpConnection chat;
    private volatile TcpConnection voip;
    private volatile IOException acceptFailure;
    private List<Arrival> pieces;
    private boolean over;

    private Recording(Testbed testbed, StudentProgram student, String file, List<LiveRow> rows) throws IOException {
        this.testbed = testbed;
        this.rows = rows;
        Files.writeString(testbed.compiled(student).home().resolve(file), LiveRow.csv(rows));
        chatPort = testbed.listen();
        voipPort = testbed.listen();
        program = testbed.start(
                student,
                "--host",
                "127.0.0.1",
                "--chat-port",
                String.valueOf(chatPort.port()),
                "--voip-port",
                String.valueOf(voipPort.port()),
                "--csv",
                "{home}/" + file);
        // A thread of its own, because what is read late cannot be told apart.
        acceptor = new Thread(this::acceptBoth, "relay for the " + student.name());
        acceptor.setDaemon(true);
        acceptor.start();
    }

    /** Client 1 sends chat rows, and hears something on the VoIP flow. */
    static Recording ofChat(Testbed testbed) throws IOException {
        return new Recording(testbed, TwoFlowLab.CHAT_SENDER, "live-chat.csv", LiveRow.chat(testbed.words()));
    }

    /** Client 2 sends VoIP rows, and hears something on the chat flow. */
    static Recording ofVoip(Testbed testbed) throws IOException {
        return new Recording(testbed, TwoFlowLab.VOIP_SENDER, "live-voip.csv", LiveRow.voip(testbed.words()));
    }

    private void acceptBoth() {
        Deadline deadline = Deadline.in(TwoFlowLab.CONNECTED);
        try {
            chat = accept(chatPort, deadline).orElse(null);
            voip = chat == null ? null : accept(voipPort, deadline).orElse(null);
            if (voip != null) {
                (rows.get(0).flow().equals("CHAT") ? voip : chat).send(heard());
            }
        } catch (IOException e) {
            acceptFailure = e;
        }
    }

    private Optional<TcpConnection> accept(TcpListener port, Deadline deadline) throws IOException {
        Optional<TcpConnection> accepted = Optional.empty();
        boolean hope = true;
        while (accepted.isEmpty() && hope) {
            // One that connects and ends at once is accepted after its end.
            hope = program.alive() && !deadline.passed();
            accepted = port.accept(TwoFlowLab.PROMPT);
        }
        return accepted;
    }

    /**
     * Waits until the client has ended its sending on both connections, or is silent for long, or sends on and on; then ends ours.
     *
     * <p>A client that never connected is a {@link CheckFailure}.
     */
    void await() throws IOException {
        if (!over) {
            over = true;
            try {
                acceptor.join(TwoFlowLab.CONNECTED.plus(TwoFlowLab.PATIENCE).toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while waiting", e);
            }
            if (acceptFailure != null) {
                throw acceptFailure;
            }
            if (voip != null) {
                int farTooMuch =
                        4 * rows.stream().mapToInt(row -> row.bytes().length).sum();
                boolean endless = chat.awaitSize(farTooMuch, TwoFlowLab.QUIET);
                endless |= voip.awaitSize(farTooMuch, TwoFlowLab.QUIET);
                if (endless) {
                    program.close();
                }
                metronome.close();
                chat.finish();
                voip.finish();
            }
        }
        if (voip == null) {
            throw new CheckFailure(
                    "it connects to the chat port and then to the VoIP port",
                    program.alive()
                            ? "it did not connect to both in " + TwoFlowLab.CONNECTED.toSeconds() + " s"
                            : "it ended " + program.ending(),
                    "",
                    program.tail());
        }
    }

    /**
     * In which pieces the rows were sent: by the packets of the run's own wire, whose times are the sender's, where they
     * are recorded; else as they were read, which on a busy machine is late.
     *
     * @param connection the one on which they came
     */
    List<Arrival> pieces(TcpConnection connection) {
        if (pieces == null) {
            pieces = packets(connection).orElseGet(connection::arrivals);
        }
        return pieces;
    }

    private Optional<List<Arrival>> packets(TcpConnection connection) {
        try {
            Optional<Path> wire = testbed.capture();
            return wire.isEmpty()
                    ? Optional.empty()
                    : Captures.read(wire.get())
                            .trace()
                            .streamsTo(connection.local().port())
                            .stream()
                            .map(TcpStream::toServer)
                            .filter(sent -> sent.holes().isEmpty() && sent.bytes() == connection.mark())
                            .findFirst()
                            .map(Recording::arrivals);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static List<Arrival> arrivals(Flow sent) {
        return sent.segments().stream()
                .filter(Segment::isFresh)
                .map(segment -> new Arrival(segment.timeNs(), (int) segment.offset(), segment.length()))
                .toList();
    }

    /** How long a pause of 50 ms took on this machine at that time, in ms. */
    double pauseHere() {
        return metronome.median();
    }

    Program program() {
        return program;
    }

    /** What the client hears from the harness, on the flow that it does not send on. */
    String heard() {
        return testbed.words().one("heard", HEARD);
    }

    /** The rows that it was given to send. */
    List<LiveRow> rows() {
        return rows;
    }

    TcpConnection chat() {
        return chat;
    }

    TcpConnection voip() {
        return voip;
    }

    @Override
    public void close() throws IOException {
        metronome.close();
        program.close();
        chatPort.close();
        voipPort.close();
        for (TcpConnection connection : new TcpConnection[] {chat, voip}) {
            if (connection != null) {
                connection.close();
            }
        }
    }
}
