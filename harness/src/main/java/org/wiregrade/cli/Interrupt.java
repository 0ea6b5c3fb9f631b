package org.wiregrade.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets a run end in good order when the process is told to end (SIGINT, SIGTERM). */
final class Interrupt implements AutoCloseable {
    private static final long GRACE_SECONDS = 30;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stop, "interrupt");
    private volatile Runnable stopping = () -> {};
    private volatile boolean came;

    /** From now on, a process that is told to end waits for {@link #close}, for 30 s at most. */
    Interrupt() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** What makes the work end early. */
    void stopsBy(Runnable how) {
        stopping = how;
        if (came) {
            how.run();
        }
    }

    private void stop() {
        came = true;
        stopping.run();
        try {
            if (!ended.await(GRACE_SECONDS, TimeUnit.SECONDS)) {
                Runtime.getRuntime().halt(Exit.COULD_NOT_TELL);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    boolean came() {
        return came;
    }

    @Override
    public void close() {
        ended.countDown();
        if (!came) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }
}
