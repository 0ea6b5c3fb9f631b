package org.wiregrade.testbed;

import java.io.IOException;
import java.io.OutputStream;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
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

    private static final Duration EXIT = Duration.ofSeconds(1);
    private static final Duration CALM = Duration.ofSeconds(10);
    private static final int LAST_LINES = 12;

    /** In how many of its last lines it is looked for what a program lacked. */
    private static final int SIGNIFICANT_LINES = 400;

    private static final int LINE_WIDTH = 200;

    private final Cell cell;
    private final Loopback loopback;
    private final Launch launch;
    private final Process process;
    private final Output output;
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
    }

    static Program start(Cell cell, Launch launch) throws IOException {
        Loopback loopback = cell.loopback();
        int port = launch.ready() != null ? 0 : loopback.freePort();
        Launch placed = launch.with("host", "127.0.0.1").with("port", String.valueOf(port));
        return new Program(cell, loopback, placed, port, cell.start(placed));
    }

    Program awaitReady() throws IOException {
        Pattern ready = launch.ready();
        if (ready == null) {
            if (!Ports.awaitListening(loopback, port, READY, () -> !output.ended())) {
                throw notReady(
                        (output.ended() ? "it ended " + ending() + " and" : "it") + " never listened on port " + port);
            }
            return this;
        }
        Optional<String> line = output.await(0, text -> Announcement.is(text, ready), READY);
        if (line.isEmpty()) {
            throw notReady(output.ended() ? "it ended " + ending() : "it printed no such line");
        }
        if (Announcement.hasPort(ready)) {
            port = port(line.get(), ready);
        }
        return this;
    }

    /**
     * The port in the first line that a pattern describes, of those that it has printed so far.
     *
     * @param announced has a group named {@code port}; no such line, or a port that there cannot be, is a {@link CheckFailure}
     * @param expected what failures ask for
     */
    public int announcedPort(Pattern announced, String expected) {
        return output.linesFrom(0).stream()
                .filter(line -> Announcement.is(line, announced))
                .findFirst()
                .map(line -> port(line, announced))
                .orElseThrow(() -> new CheckFailure(expected, "no such line came", "", tail()));
    }

    private int port(String line, Pattern announced) {
        return Announcement.port(line, announced)
                .orElseThrow(() -> new CheckFailure(
                        "the " + name() + " announces the port on which it listens, a number from 1 to 65535",
                        "it announced “" + shortened(line) + "”",
                        "Print the port that the server's socket has: getLocalPort().",
                        tail()));
    }

    private CheckFailure notReady(String got) {
        return new CheckFailure(
                "the " + launch.name() + " says within " + READY.toSeconds() + " s that it is ready",
                got,
                "Start it yourself and look at its last lines.",
                tail());
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
        return process.isAlive() ? OptionalInt.empty() : OptionalInt.of(process.exitValue());
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
        List<String> lines = new ArrayList<>();
        for (String line : output.linesFrom(Math.max(0, output.size() - LAST_LINES))) {
            lines.add(shortened(line));
        }
        if (output.flooded()) {
            lines.add("(ended by the harness: it printed more than " + Output.LIMIT_WORDS + ")");
        }
        cell.ended(process).ifPresent(reason -> lines.add("(ended by the harness: " + reason + ")"));
        if (lines.isEmpty() && shortage().isPresent()) {
            lines.add("(it printed nothing)");
        }
        return lines.isEmpty() ? "" : lastLinesOf() + String.join("\n", lines);
    }

    private static String shortened(String line) {
        return line.length() > LINE_WIDTH ? line.substring(0, LINE_WIDTH) + "…" : line;
    }

    /** How it ended, as part of a sentence; empty while it runs. */
    public String ending() {
        if (output.flooded()) {
            return "because it printed more than " + Output.LIMIT_WORDS;
        }
        if (output.ended()) {
            awaitExit();
        }
        Optional<String> reason = cell.ended(process);
        if (reason.isPresent()) {
            return "because " + reason.get();
        }
        OptionalInt code = exitCode();
        return code.isEmpty() ? "" : "with exit code " + code.getAsInt();
    }

    /** A program whose output has ended is about to have an exit code. */
    private void awaitExit() {
        try {
            process.waitFor(EXIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What it lacked, as far as its last lines say so, or else its exit code does; nothing where it is known who ended it. */
    Optional<Shortage> shortage() {
        if (cell.ended(process).isPresent()) {
            return Optional.empty();
        }
        List<String> lines = output.linesFrom(Math.max(0, output.size() - SIGNIFICANT_LINES));
        for (String line : lines) {
            Optional<Shortage> said = Shortage.in(line);
            if (said.isPresent()) {
                return said;
            }
        }
        return closed || output.flooded() || exitCode().isEmpty()
                ? Optional.empty()
                : Shortage.in(exitCode().getAsInt());
    }

    /** Whether a failure shows this program's last lines, as one does that is about it. */
    boolean isShownBy(CheckFailure failure) {
        return failure.detail().startsWith(lastLinesOf());
    }

    /** What it lacked, as part of a sentence. */
    String words(Shortage lack) {
        return lack.words(cell.limits(), launch.command());
    }

    private String lastLinesOf() {
        return "Last lines of the " + name() + ":\n";
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
