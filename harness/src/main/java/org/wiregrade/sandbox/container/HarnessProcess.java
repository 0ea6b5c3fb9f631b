package org.wiregrade.sandbox.container;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A process that starts containers, so told apart from all others that a container's label says whether it still runs.
 *
 * @param machine this start of this machine, and the process table; nothing where the system does not tell them apart
 * @param pid its number in that table
 * @param started when it began, in ticks since the machine did (field 22 of proc(5)'s stat), since numbers are given again
 */
record HarnessProcess(Optional<String> machine, long pid, long started) {
    private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");
    private static final Path TABLE = Path.of("/proc/self/ns/pid");
    private static final int PARTS = 3;

    /** Of the fields behind the name in brackets. */
    private static final int START = 19;

    /** This one. */
    static HarnessProcess current() {
        return of(ProcessHandle.current());
    }

    static HarnessProcess of(ProcessHandle process) {
        return new HarnessProcess(
                machineHere(), process.pid(), start(process.pid()).orElse(0L));
    }

    /** Nothing where there is no such process; a time of day would differ with whoever computes it. */
    private static Optional<Long> start(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"), StandardCharsets.ISO_8859_1);
            String[] behindName = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return Optional.of(Long.parseLong(behindName[START]));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> machineHere() {
        try {
            return Optional.of(Files.readString(BOOT).strip() + "/" + Files.readSymbolicLink(TABLE));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** What a container's label says of it. */
    String label() {
        return machine.orElse("") + " " + pid + " " + started;
    }

    /** Whether the process that a label names is known to have ended; of another machine's nothing is known. */
    static boolean isGone(String label) {
        String[] parts = label.split(" ", -1);
        if (parts.length != PARTS || !machineHere().equals(Optional.of(parts[0]))) {
            return false;
        }
        return !start(Long.parseLong(parts[1])).equals(Optional.of(Long.parseLong(parts[2])));
    }
}
