package org.wiregrade.sandbox.namespace;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.wiregrade.sandbox.kernel.Endings;

/** All processes of a box, in the process table that its first process sees, where nothing else is; used on one thread. */
final class BoxedProcesses {
    private static final Path PROCESSES = Path.of("/proc");

    /** How many processes may stand between the harness's own child and the box's first process. */
    private static final int DEPTH = 4;

    private final File table;
    private final byte[] buffer = new byte[8192];

    private BoxedProcesses(Path table) {
        this.table = table.toFile();
    }

    /**
     * The processes of the box that a process makes; empty while it has not made it yet.
     *
     * <p>In front of the box's first process may be others that are in tables of their own. But only of that one is the table
     * that it sees also the one that it is in.
     */
    static Optional<BoxedProcesses> of(Process maker) {
        Optional<Path> own = tableOf(PROCESSES.resolve("self"));
        ProcessHandle process = maker.toHandle();
        for (int depth = 0; depth < DEPTH; depth++) {
            Path folder = PROCESSES.resolve(String.valueOf(process.pid()));
            Path seen = folder.resolve("root/proc");
            Optional<Path> in = tableOf(folder);
            if (in.isPresent() && !in.equals(own) && in.equals(tableOf(seen.resolve("1")))) {
                return Optional.of(new BoxedProcesses(seen));
            }
            List<ProcessHandle> children = Endings.children(process);
            if (children.isEmpty()) {
                return Optional.empty();
            }
            process = children.get(0);
        }
        return Optional.empty();
    }

    private static Optional<Path> tableOf(Path process) {
        try {
            return Optional.of(Files.readSymbolicLink(process.resolve("ns/pid")));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Bytes that they use; what several share counts for each of them, so it may be less. */
    long atMost() {
        long bytes = 0;
        for (File process : processes()) {
            bytes += sum(process, "status", "RssAnon", "RssShmem", "VmSwap").orElse(0L);
        }
        return bytes;
    }

    /** Bytes that they use, of what several share to each its part; several times the work of {@link #atMost}. */
    long used() {
        long bytes = 0;
        for (File process : processes()) {
            bytes += sum(process, "smaps_rollup", "Pss_Anon", "Pss_Shmem", "SwapPss")
                    .or(() -> sum(process, "status", "RssAnon", "RssShmem", "VmSwap"))
                    .orElse(0L);
        }
        return bytes;
    }

    private File[] processes() {
        File[] found = table.listFiles((folder, name) -> Character.isDigit(name.charAt(0)));
        return found == null ? new File[0] : found;
    }

    /** Of a process that has ended meanwhile, or in a kernel that does not say so much: nothing. */
    private Optional<Long> sum(File process, String file, String... fields) {
        try (var in = new FileInputStream(new File(process, file))) {
            String text = new String(buffer, 0, in.readNBytes(buffer, 0, buffer.length), StandardCharsets.ISO_8859_1);
            if (!text.contains("\n" + fields[0] + ":")) {
                return Optional.empty();
            }
            long kibibytes = 0;
            for (String field : fields) {
                kibibytes += number(text, "\n" + field + ":");
            }
            return Optional.of(kibibytes << 10);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static long number(String text, String name) {
        int at = text.indexOf(name);
        if (at < 0) {
            return 0;
        }
        long value = 0;
        for (at += name.length(); at < text.length() && text.charAt(at) != '\n'; at++) {
            if (Character.isDigit(text.charAt(at))) {
                value = 10 * value + Character.digit(text.charAt(at), 10);
            }
        }
        return value;
    }
}
