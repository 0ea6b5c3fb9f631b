package org.wiregrade.sandbox.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Ends processes and waits until they are gone. */
public final class Endings {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final long POLL_NS = 1_000_000;

    private Endings() {}

    /**
     * Ends a box by ending its first process.
     *
     * <p>bwrap waits for that process, whose end the kernel delays until its whole process table is empty: once bwrap has
     * ended, nothing of the box is left. Ending bwrap itself would say nothing about when.
     */
    public static void endFirstOf(Process bwrap) {
        if (!bwrap.isAlive()) {
            return;
        }
        List<ProcessHandle> first = children(behindUnshare(bwrap.toHandle()));
        if (first.isEmpty()) {
            bwrap.toHandle().destroyForcibly();
        }
        first.forEach(ProcessHandle::destroyForcibly);
        if (!await(bwrap)) {
            bwrap.toHandle().destroyForcibly();
            if (!await(bwrap)) {
                throw new IllegalStateException("process " + bwrap.pid() + " does not end");
            }
        }
    }

    /** As root {@code unshare} waits for bwrap, and prints a complaint of its own where bwrap is killed and does not end. */
    private static ProcessHandle behindUnshare(ProcessHandle process) {
        boolean unshare = process.info().command().orElse("").endsWith("/unshare");
        List<ProcessHandle> waitedFor = unshare ? children(process) : List.of();
        return waitedFor.isEmpty() ? process : waitedFor.get(0);
    }

    /** Those that a process of one thread has started, from the kernel's list of them; Java would look at every process there is. */
    public static List<ProcessHandle> children(ProcessHandle process) {
        Path list = Path.of("/proc", String.valueOf(process.pid()), "task", String.valueOf(process.pid()), "children");
        try {
            return Stream.of(Files.readString(list).split(" "))
                    .filter(pid -> !pid.isEmpty())
                    .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)).stream())
                    .toList();
        } catch (IOException e) {
            // A kernel without such lists, or a process that has just ended.
            return process.children().toList();
        }
    }

    /** Ends a process and those that it started, as far as they are known as such. */
    public static void endTreeOf(Process program) {
        List<ProcessHandle> tree = Stream.concat(Stream.of(program.toHandle()), program.descendants())
                .toList();
        tree.forEach(ProcessHandle::destroyForcibly);
        tree.forEach(Endings::await);
        if (!await(program)) {
            throw new IllegalStateException("process " + program.pid() + " does not end");
        }
    }

    /** Waits until it has ended, at most for the limit; Java's own wait wants a thread, which there may be none left of. */
    public static void await(ProcessHandle process) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (process.isAlive() && System.nanoTime() < end) {
            LockSupport.parkNanos(POLL_NS);
        }
    }

    /** Whether it has ended within the limit; an interrupt does not shorten the wait, and is kept for later. */
    public static boolean await(Process process) {
        boolean interrupted = false;
        long end = System.nanoTime() + LIMIT.toNanos();
        try {
            while (true) {
                try {
                    return process.waitFor(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
