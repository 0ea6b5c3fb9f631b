package org.wiregrade.testbed;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.wiregrade.jvm.Launch;
import org.wiregrade.sandbox.Cell;

/** Measures whether a program could start in a submission's place at all, by starting Java alone there. */
final class StartTrial {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int MOST_WORDS = 200;

    private final Cell cell;

    StartTrial(Cell cell) {
        this.cell = cell;
    }

    /**
     * An {@link IllegalStateException} with Java's or the sandbox's words where nothing starts.
     *
     * @param others the submission's programs, which may be what takes all there is: then that is not the machine's lack
     */
    void require(List<Program> others) throws IOException {
        if (attempt().isEmpty()) {
            return;
        }
        others.forEach(Program::close);
        String lack = attempt();
        if (!lack.isEmpty()) {
            throw new IllegalStateException("no program starts here now: " + lack);
        }
    }

    /** Nothing, or why it did not start. */
    private String attempt() throws IOException {
        Path empty = Files.createTempDirectory("wiregrade-trial");
        try {
            Process trial = cell.start(new Launch("trial", List.of("{java}", "-Xmx16m", "-version"), empty, null));
            String said = new String(trial.getInputStream().readNBytes(MOST_WORDS), StandardCharsets.UTF_8);
            boolean ended = trial.waitFor(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            if (!ended) {
                cell.end(trial);
            }
            return ended && trial.exitValue() == 0 ? "" : "a trial said “" + said.strip() + "”";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting", e);
        } finally {
            Files.delete(empty);
        }
    }
}
