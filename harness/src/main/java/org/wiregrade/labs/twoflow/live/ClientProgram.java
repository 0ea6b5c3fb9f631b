package org.wiregrade.labs.twoflow.live;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.wiregrade.labs.twoflow.rule.Assignment;
import org.wiregrade.labs.twoflow.rule.LabFlow;
import org.wiregrade.labs.twoflow.rule.MessageRow;
import org.wiregrade.labs.twoflow.rule.Tolerance;
import org.wiregrade.labs.twoflow.rule.TwoFlowWords;
import org.wiregrade.testbed.Arrival;
import org.wiregrade.testbed.CheckFailure;
import org.wiregrade.testbed.Deadline;
import org.wiregrade.testbed.Lab.StudentProgram;
import org.wiregrade.testbed.Program;
import org.wiregrade.testbed.TcpConnection;
import org.wiregrade.testbed.TcpListener;
import org.wiregrade.testbed.Testbed;

/** A client program with the harness in the relay's place: what it sends on both connections, and what it prints. */
final class ClientProgram implements AutoCloseable {
    /** What a client may hear from the harness, on the flow that it does not send on. */
    private static final List<String> HEARD = List.of(
            "the other client: bună, 你好",
            "here I am: șapte, 東京",
            "a word of mine: țară, 山川",
            "over to you: încă, 春秋",
            "who hears this: mâine, 火水",
            "as I said: știu, 天地");

    private final Testbed testbed;
    private final LabFlow flow;
    private final List<MessageRow> rows;
    private final Program program;
    private final TcpListener chatPort;
    private final TcpListener voipPort;
    private final Thread acceptor;
    private final Metronome metronome = new Metronome();
    private final long startedNs;
    private volatile TcpConnection chat;
    private volatile TcpConnection voip;
    private volatile IOException acceptFailure;
    private boolean over;

    /** Starts the sender of a flow; it hears something on the other. */
    ClientProgram(Testbed testbed, LabFlow flow) throws IOException {
        this.testbed = testbed;
        this.flow = flow;
        rows = new LiveRows(flow, testbed.words()).rows();
        StudentProgram student = flow == LabFlow.CHAT ? Assignment.CHAT_SENDER : Assignment.VOIP_SENDER;
        String file = "live-" + flow.file();
        Files.writeString(testbed.compiled(student).home().resolve(file), LiveRows.csv(rows));
        chatPort = testbed.listen();
        voipPort = testbed.listen();
        startedNs = System.nanoTime();
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

    private void acceptBoth() {
        Deadline deadline = Deadline.in(Tolerance.CONNECTED);
        try {
            chat = accept(chatPort, deadline).orElse(null);
            voip = chat == null ? null : accept(voipPort, deadline).orElse(null);
            if (voip != null) {
                connection(flow.other()).send(heard());
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
            accepted = port.accept(Tolerance.PROMPT);
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
            awaitAcceptor();
            if (voip != null) {
                awaitSending();
                metronome.close();
                chat.finish();
                voip.finish();
            }
        }
        if (voip == null) {
            String got = program.alive()
                    ? TwoFlowWords.say("connects.not.got", Tolerance.CONNECTED.toSeconds())
                    : TwoFlowWords.say("connects.ended.got", program.ending());
            throw new CheckFailure(TwoFlowWords.say("connects.expected"), got, "", program.tail());
        }
    }

    private void awaitAcceptor() throws IOException {
        try {
            acceptor.join(Tolerance.CONNECTED.plus(Tolerance.PATIENCE).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting", e);
        }
        if (acceptFailure != null) {
            throw acceptFailure;
        }
    }

    private void awaitSending() throws IOException {
        // A client that has just started may be kept from its first row for longer than from the next.
        connection(flow).awaitSize(1, Tolerance.CONNECTED);
        int farTooMuch = 4 * rows.stream().mapToInt(row -> row.bytes().length()).sum();
        boolean endless = chat.awaitSize(farTooMuch, Tolerance.QUIET);
        endless |= voip.awaitSize(farTooMuch, Tolerance.QUIET);
        if (endless) {
            program.close();
        }
    }

    /** How long a pause of 50 ms took on this machine at that time, in ms. */
    double pauseHere() {
        return metronome.median();
    }

    /** The packets in which it came on a connection; empty where they are not recorded. */
    Optional<List<Arrival>> segments(TcpConnection connection) {
        return OwnWire.segments(testbed, connection);
    }

    /** Whether reads at that time may have been late. */
    boolean readLate() {
        return metronome.isLate();
    }

    /** A moment before it could send anything, on the clock of reads. */
    long startedNs() {
        return startedNs;
    }

    Program program() {
        return program;
    }

    /** The flow that it is to send on. */
    LabFlow flow() {
        return flow;
    }

    /** The rows that it was given to send. */
    List<MessageRow> rows() {
        return rows;
    }

    /** What the client hears from the harness, on the flow that it does not send on. */
    String heard() {
        return testbed.words().one("heard", HEARD);
    }

    TcpConnection connection(LabFlow of) {
        return of == LabFlow.CHAT ? chat : voip;
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
