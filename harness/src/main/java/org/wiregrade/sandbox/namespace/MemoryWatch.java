package org.wiregrade.sandbox.namespace;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.wiregrade.sandbox.kernel.Endings;

/**
 * Ends each program of which all processes together use more memory than a limit, whether each has its own or they share it.
 *
 * <p>One thread, which is not in any program's network, looks at all of them every 100 ms, and sleeps while there are none.
 */
final class MemoryWatch implements AutoCloseable {
    private static final long PERIOD_MS = 100;

    /** How many times as long as an exact look at a program took, it is not looked at so again; 500 ms at most. */
    private static final int REST = 4;

    private static final long LONGEST_REST_NS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final Logger LOGGER = Logger.getLogger("org.wiregrade");

    private final long limit;
    private final List<Watched> watched = new CopyOnWriteArrayList<>();
    private final Thread thread = new Thread(this::run, "memory watch");
    private boolean closed;

    /**
     * A watch that has nothing to look at yet.
     *
     * @param limit in bytes
     */
    MemoryWatch(long limit) {
        this.limit = limit;
        thread.setDaemon(true);
        thread.start();
    }

    /** A program that is looked at, until it ends. */
    final class Watched {
        private final Process program;
        private BoxedProcesses processes;
        private long restUntil = System.nanoTime();
        private volatile long seen;

        private Watched(Process program) {
            this.program = program;
        }

        /** Why the watch has ended it, as the rest of a sentence; empty where it has not. */
        Optional<String> ending() {
            return seen == 0
                    ? Optional.empty()
                    : Optional.of("its processes together used " + mebibytes(seen) + " of memory, and "
                            + mebibytes(limit) + " is the limit");
        }

        private void look() {
            if (processes == null) {
                processes = BoxedProcesses.of(program).orElse(null);
            }
            if (processes == null || System.nanoTime() - restUntil < 0 || processes.atMost() <= limit) {
                return;
            }
            long start = System.nanoTime();
            long used = processes.used();
            if (used > limit) {
                seen = used;
                watched.remove(this);
                end(program);
            }
            long end = System.nanoTime();
            restUntil = end + Math.min(REST * (end - start), LONGEST_REST_NS);
        }
    }

    private static String mebibytes(long bytes) {
        return (bytes >> 20) + " MiB";
    }

    /** To wait for the end of many processes would keep the watch from the other programs. */
    private static void end(Process program) {
        Thread ending = new Thread(
                () -> {
                    try {
                        Endings.endFirstOf(program);
                    } catch (RuntimeException e) {
                        LOGGER.log(Level.FINE, "a program that used too much memory", e);
                    }
                },
                "end of a program");
        ending.setDaemon(true);
        ending.start();
    }

    /** Looks at a program of this sandbox from now on. */
    synchronized Watched watch(Process program) {
        var added = new Watched(program);
        watched.add(added);
        notifyAll();
        return added;
    }

    private void run() {
        try {
            while (awaitWork()) {
                watched.removeIf(each -> !each.program.isAlive());
                watched.forEach(Watched::look);
                // Without a control group the kernel tells nobody when memory is taken: only looking again does.
                Thread.sleep(PERIOD_MS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean awaitWork() throws InterruptedException {
        while (watched.isEmpty() && !closed) {
            wait();
        }
        return !closed;
    }

    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
    }
}
