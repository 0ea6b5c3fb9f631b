package org.wiregrade.testbed;

import java.io.IOException;
import java.io.OutputStream;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.wiregrade.jvm.Launch;
import org.wiregrade.results.Transcript;
import org.wiregrade.sandbox.Cell;
import org.wiregrade.sandbox.loopback.Loopback;

/** A program of the submission while it runs: what it prints, what it is told, and how it ends. */
public final class Program implements AutoCloseable {
    /** How long a program may take until it is ready. */
    public static final Duration READY = Duration.ofSeconds(10);

    private static final Duration CALM = Duration.ofSeconds(10);
    private static final long BULK_NS = Duration.ofMillis(5).toNanos();

    private final Cell cell;
    private final Loopback loopback;
    private final Launch launch;
    private final Process process;
    private final Output output;
    private final Ending ending;
    private int port;

    /** By the harness, which says nothing about the program. */
    private boolean closed;

    private Program(Cell cell, Loopback loopback, Launch launch, int port, Process process) {
        this.cell = cell;
        this.loopback = loopback;
        this.launch = launch;
        this.port = port;
        this.process = process;
        this.output = new Output(process.getInputStream(), () -> cell.end(process));
        this.ending = new Ending(launch.name(), cell, process, output);
    }

    static Program start(Cell cell, Launch launch) throws IOException {
        Loopback loopback = cell.loopback();
        int port = launch.ready() != null ? 0 : loopback.freePort();
        Launch placed = launch.with("host", "127.0.0.1").with("port", String.valueOf(port));
        return new Program(cell, loopback, placed, port, cell.start(placed));
    }

    Program awaitReady() throws IOException {
        port = new Readiness(launch, output, ending).await(loopback, port);
        return this;
    }

    /**
     * The port in the first line that a pattern describes, of those that it has printed so far.
     *
     * @param announced has a group named {@code port}; no such line, or a port that there cannot be, is a {@link CheckFailure}
     * @param expected what failures ask for
     */
    public int announcedPort(Pattern announced, String expected) {
        return new Readiness(launch, output, ending).announcedPort(announced, expected);
    }

    /** What messages call it. */
    public String name() {
        return launch.name();
    }

    /** The port that it announced, or was given. */
    public int port() {
        return port;
    }

    /** Connects a client to it; nobody there is an {@link IOException} within 2 s. */
    public TcpConnection connect() throws IOException {
        return connect(port);
    }

    /** Connects a client to another of its ports. */
    public TcpConnection connect(int otherPort) throws IOException {
        try {
            return new TcpConnection(loopback.connect(otherPort));
        } catch (BindException e) {
            if (!cell.ownsPorts()) {
                throw e;
            }
            // Nobody but the submission's programs has sockets in this network.
            throw new CheckFailure(
                    "a client can connect to the " + name(),
                    "there is no free port left: " + e.getMessage(),
                    "It opens connections without end: close each, and open no more than are needed.",
                    tail());
        }
    }

    /** How many lines it has printed; a mark for {@link #awaitLine}. */
    public int lineCount() {
        return output.size();
    }

    /** The complete lines that it has printed from a mark on. */
    public List<String> linesFrom(int mark) {
        return output.linesFrom(mark);
    }

    /** The beginning of what it has printed behind its last complete line; empty where that is nothing. */
    public String unfinishedLine() {
        return output.unfinished();
    }

    /**
     * Waits for a line at or after a mark; empty once the time is over or the program has ended without it.
     *
     * @param mark an earlier {@link #lineCount()}; 0 for all lines
     */
    public Optional<String> awaitLine(int mark, Predicate<String> wanted, Duration limit) {
        return output.await(mark, wanted, limit);
    }

    /** Waits until it has ended by itself; false once the time is over. */
    public boolean awaitEnd(Duration limit) throws InterruptedException {
        return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS) && output.awaitEnded(limit);
    }

    public boolean alive() {
        return process.isAlive();
    }

    /** Its exit code; empty while it runs. */
    public OptionalInt exitCode() {
        return ending.exitCode();
    }

    /** Waits until it prints next to nothing, which it must when nobody tells it anything; one that prints on has failed. */
    void requireCalm() {
        if (!output.awaitCalm(CALM)) {
            throw new CheckFailure(
                    "the " + name() + " prints what happens, and nothing when nothing happens",
                    "it prints without end",
                    "",
                    tail());
        }
    }

    /** Whether what it sends and prints is read in bulk, a few ms late: then a crowd wakes nobody for each piece. */
    public void readInBulk(boolean bulk) {
        loopback.readEvery(bulk ? BULK_NS : 0);
        output.readEvery(bulk ? BULK_NS : 0);
    }

    /** Types a line into its standard input; false where it has ended or closed that. */
    public boolean type(String line) {
        OutputStream input = process.getOutputStream();
        try {
            input.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            input.flush();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Ends its standard input. */
    public void endInput() throws IOException {
        process.getOutputStream().close();
    }

    /** Its last lines, for a failure's detail; empty where it printed nothing. */
    public String tail() {
        return ending.tail();
    }

    /** How it ended, as part of a sentence; empty while it runs. */
    public String ending() {
        return ending.words();
    }

    /** What it lacked, as far as its last lines say so, or else its exit code does; nothing where it is known who ended it. */
    Optional<Shortage> shortage() {
        return ending.shortage(closed);
    }

    /** Whether a failure shows this program's last lines, as one does that is about it. */
    boolean isShownBy(CheckFailure failure) {
        return ending.isShownBy(failure);
    }

    /** What it lacked, as part of a sentence. */
    String words(Shortage lack) {
        return lack.words(cell.limits(), launch.command());
    }

    /** What it has printed so far, in short. */
    Transcript transcript() {
        return new Transcript(name(), output.excerpt());
    }

    /** Ends it and all that it started. */
    @Override
    public void close() {
        closed |= process.isAlive();
        cell.end(process);
    }
}
