package org.wiregrade.testbed;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wiregrade.results.Transcript;
import org.wiregrade.sandbox.Cell;
import org.wiregrade.sandbox.Launch;
import org.wiregrade.sandbox.loopback.Loopback;

/** A program of the submission while it runs: what it prints, what it is told, and how it ends. */
public final class Program implements AutoCloseable {
    /** How long a program may take until it is ready. */
    public static final Duration READY = Duration.ofSeconds(10);

    private static final Duration EXIT = Duration.ofSeconds(1);
    private static final Duration CALM = Duration.ofSeconds(10);
    private static final int LAST_LINES = 12;
    private static final int LINE_WIDTH = 200;

    private final Cell cell;
    private final Loopback loopback;
    private final Launch launch;
    private final Process process;
    private final Output output;
    private int port;

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

    Program awaitReady() {
        Pattern ready = launch.ready();
        if (ready == null) {
            if (!Ports.awaitListening(loopback, port, READY, () -> !output.ended())) {
                throw notReady(
                        (output.ended() ? "it ended " + ending() + " and" : "it") + " never listened on port " + port);
            }
            return this;
        }
        Optional<String> line = output.await(0, text -> ready.matcher(text).find(), READY);
        if (line.isEmpty()) {
            throw notReady(output.ended() ? "it ended " + ending() : "it printed no such line");
        }
        Matcher announced = ready.matcher(line.get());
        if (announced.find() && ready.pattern().contains("(?<port>")) {
            port = Integer.parseInt(announced.group("port"));
        }
        return this;
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
        return new TcpConnection(loopback.connect(otherPort));
    }

    /** How many lines it has printed; a mark for {@link #awaitLine}. */
    public int lineCount() {
        return output.size();
    }

    /** The complete lines that it has printed from a mark on. */
    public List<String> linesFrom(int mark) {
        return output.linesFrom(mark);
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
            lines.add(line.length() > LINE_WIDTH ? line.substring(0, LINE_WIDTH) + "…" : line);
        }
        if (output.flooded()) {
            lines.add("(ended by the harness: it printed more than " + Output.LIMIT_WORDS + ")");
        }
        cell.ended(process).ifPresent(reason -> lines.add("(ended by the harness: " + reason + ")"));
        return lines.isEmpty() ? "" : "Last lines of the " + name() + ":\n" + String.join("\n", lines);
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

    /** What it has printed so far, in short. */
    Transcript transcript() {
        return new Transcript(name(), output.excerpt());
    }

    /** Ends it and all that it started. */
    @Override
    public void close() {
        cell.end(process);
    }
}
