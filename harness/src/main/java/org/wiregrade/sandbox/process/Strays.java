package org.wiregrade.sandbox.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wiregrade.sandbox.kernel.Endings;

/**
 * Finds, on Linux, what a plain process has started and left behind: its parent is another process by then, but it has
 * the environment that it was started with.
 */
final class Strays {
    /** The environment variable that tells a program's processes from all others. */
    static final String MARK = "WIREGRADE_PROGRAM";

    private static final Path PROCESSES = Path.of("/proc");
    private static final int ROUNDS = 20;

    private Strays() {}

    /** Ends all processes that have a mark, {@code NAME=value}, in their environment; elsewhere than on Linux none. */
    static void end(String mark) {
        // One that forks while it is being looked for is found in the next round.
        for (int round = 0; round < ROUNDS; round++) {
            List<ProcessHandle> found = withMark(mark);
            if (found.isEmpty()) {
                return;
            }
            found.forEach(ProcessHandle::destroyForcibly);
            found.forEach(Endings::await);
        }
    }

    private static List<ProcessHandle> withMark(String mark) {
        List<ProcessHandle> found = new ArrayList<>();
        if (!Files.isDirectory(PROCESSES)) {
            return found;
        }
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROCESSES, "[0-9]*")) {
            for (Path process : processes) {
                if (environment(process).contains(mark)) {
                    Optional<ProcessHandle> handle = ProcessHandle.of(
                            Long.parseLong(process.getFileName().toString()));
                    handle.ifPresent(found::add);
                }
            }
        } catch (IOException | RuntimeException e) {
            // The table cannot be listed in this round.
        }
        return found;
    }

    private static String environment(Path process) {
        try {
            return Files.readString(process.resolve("environ"), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            // It has ended meanwhile, or belongs to somebody else.
            return "";
        }
    }
}
