package org.wiregrade.testbed;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A moment until which a condition is awaited. */
public final class Deadline {
    private final long end;

    private Deadline(long end) {
        this.end = end;
    }

    public static Deadline in(Duration limit) {
        return new Deadline(System.nanoTime() + limit.toNanos());
    }

    /** What is left, in ns; never negative. */
    public long remainingNanos() {
        return Math.max(0, end - System.nanoTime());
    }

    public boolean passed() {
        return remainingNanos() == 0;
    }

    /**
     * Waits for a notification on a monitor that the caller holds; false once the time is over.
     *
     * <p>An interrupt means that the harness gives the run up: it is an {@link IllegalStateException}, the flag kept.
     */
    public boolean waitOn(Object monitor) {
        long left = remainingNanos();
        if (left == 0) {
            return false;
        }
        try {
            TimeUnit.NANOSECONDS.timedWait(monitor, Math.max(left, 1_000_000));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting", e);
        }
    }
}
