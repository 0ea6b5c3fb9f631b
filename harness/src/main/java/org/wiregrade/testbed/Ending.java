package org.wiregrade.testbed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.wiregrade.sandbox.Cell;

/** How a program has ended, or where it stands: its last lines, its exit code, who ended it, and what it lacked. */
final class Ending {
    private static final Duration EXIT = Duration.ofSeconds(1);
    private static final int LAST_LINES = 12;

    /** In how many of its last lines it is looked for what a program lacked. */
    private static final int SIGNIFICANT_LINES = 400;

    private static final int LINE_WIDTH = 200;

    private final String name;
    private final Cell cell;
    private final Process process;
    private final Output output;

    Ending(String name, Cell cell, Process process, Output output) {
        this.name = name;
        this.cell = cell;
        this.process = process;
        this.output = output;
    }

    /** Its last lines, under a heading; empty where it printed nothing. */
    String tail() {
        List<String> lines = new ArrayList<>();
        for (String line : output.linesFrom(Math.max(0, output.size() - LAST_LINES))) {
            lines.add(shortened(line));
        }
        if (output.flooded()) {
            lines.add("(ended by the harness: it printed more than " + Output.LIMIT_WORDS + ")");
        }
        cell.ended(process).ifPresent(reason -> lines.add("(ended by the harness: " + reason + ")"));
        if (lines.isEmpty() && shortage(false).isPresent()) {
            lines.add("(it printed nothing)");
        }
        return lines.isEmpty() ? "" : heading() + String.join("\n", lines);
    }

    static String shortened(String line) {
        return line.length() > LINE_WIDTH ? line.substring(0, LINE_WIDTH) + "…" : line;
    }

    private String heading() {
        return "Last lines of the " + name + ":\n";
    }

    /** Whether a failure shows these last lines. */
    boolean isShownBy(CheckFailure failure) {
        return failure.detail().startsWith(heading());
    }

    /** How it ended, as part of a sentence; empty while it runs. */
    String words() {
        if (output.flooded()) {
            return "because it prints without end, more than " + Output.LIMIT_WORDS + " so far";
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

    /** Empty while it runs. */
    OptionalInt exitCode() {
        return process.isAlive() ? OptionalInt.empty() : OptionalInt.of(process.exitValue());
    }

    /**
     * What it lacked, by its last lines or else its exit code.
     *
     * @param closed whether it was the harness that ended it, so that its exit code says nothing
     */
    Optional<Shortage> shortage(boolean closed) {
        if (cell.ended(process).isPresent()) {
            return Optional.empty();
        }
        List<String> lines = output.linesFrom(Math.max(0, output.size() - SIGNIFICANT_LINES));
        for (String line : lines) {
            Optional<Shortage> said = Shortage.in(line).filter(lack -> lack != Shortage.BOX || isFirstSaid(lack));
            if (said.isPresent()) {
                return said;
            }
        }
        return closed || output.flooded() || exitCode().isEmpty()
                ? Optional.empty()
                : Shortage.in(exitCode().getAsInt());
    }

    /** What makes the box complains before the program says anything, or of how it was ended, which is no lack. */
    private boolean isFirstSaid(Shortage lack) {
        return output.linesFrom(0).stream()
                .limit(1)
                .anyMatch(line -> Shortage.in(line).equals(Optional.of(lack)));
    }
}
