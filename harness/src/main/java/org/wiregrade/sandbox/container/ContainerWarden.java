package org.wiregrade.sandbox.container;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A process beside the harness that removes its containers when it has been killed.
 *
 * <p>An engine's containers are no children of whoever asks for them, so no kernel ends them with the harness; and an engine's
 * own reaper, as Testcontainers has one, wants an image and the right to the engine's socket from within a container.
 */
final class ContainerWarden implements AutoCloseable {
    private static final int GOODBYE = '.';
    private static final int ROUNDS_WITHOUT = 3;
    private static final int MOST_ROUNDS = 30;

    private final Process process;

    private ContainerWarden(Process process) {
        this.process = process;
    }

    /** Starts one for this process; until it is closed, it waits and does nothing. */
    static ContainerWarden start() throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path"),
                ContainerWarden.class.getName(),
                HarnessProcess.current().label());
        return new ContainerWarden(new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    /** Sends it home; the harness itself has removed its containers. */
    @Override
    public void close() {
        try (OutputStream input = process.getOutputStream()) {
            input.write(GOODBYE);
        } catch (IOException e) {
            // Somebody has ended it.
        }
    }

    /** What was asked of the engine just before the end may still become a container, so one look is not enough. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (System.in.read() == GOODBYE) {
            return;
        }
        var containers = new Containers();
        int without = 0;
        for (int round = 0; round < MOST_ROUNDS && without < ROUNDS_WITHOUT; round++) {
            List<String> left = containers.startedBy(arguments[0]);
            left.forEach(containers::remove);
            without = left.isEmpty() ? without + 1 : 0;
            // No event says that an engine has nothing more to begin: only time tells.
            TimeUnit.SECONDS.sleep(1);
        }
    }
}
