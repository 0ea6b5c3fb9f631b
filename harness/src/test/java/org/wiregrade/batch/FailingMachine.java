package org.wiregrade.batch;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.wiregrade.results.CheckResult;
import org.wiregrade.results.Verdict;
import org.wiregrade.testbed.CheckFailure;

/** A machine that fails from some submission on, for as long as is told. */
public final class FailingMachine implements KnownRight {
    private static final AtomicInteger STARTED = new AtomicInteger();
    private static final AtomicInteger AT_WORK = new AtomicInteger();
    private static volatile int failsFrom;
    private static volatile int mostAtWork;

    private final boolean recovers;
    private final Rehearsed rehearsal;
    private int rehearsed;
    private int wentAlong;

    private FailingMachine(boolean recovers, Rehearsed rehearsal) {
        this.recovers = recovers;
        this.rehearsal = rehearsal;
    }

    /**
     * A machine that is as new.
     *
     * @param from the submission with which it begins to fail, from 1
     * @param recovers whether it is well again when a canary has been lost
     * @param rehearsal what a rehearsal comes to
     */
    static FailingMachine failing(int from, boolean recovers, Rehearsed rehearsal) {
        STARTED.set(0);
        failsFrom = from;
        mostAtWork = 0;
        return new FailingMachine(recovers, rehearsal);
    }

    /** What a submission does on it. */
    public static void work() {
        int now = AT_WORK.incrementAndGet();
        try {
            mostAtWork = Math.max(mostAtWork, now);
            if (STARTED.incrementAndGet() >= failsFrom) {
                throw new CheckFailure("an answer", "it ended with exit code 1", "");
            }
        } finally {
            AT_WORK.decrementAndGet();
        }
    }

    @Override
    public Rehearsed rehearse(int atOnce) {
        rehearsed = atOnce;
        return rehearsal;
    }

    @Override
    public synchronized Optional<CheckResult> goAlong() {
        wentAlong++;
        if (STARTED.get() < failsFrom) {
            return Optional.empty();
        }
        if (recovers) {
            failsFrom = Integer.MAX_VALUE;
            mostAtWork = 0;
        }
        return Optional.of(lost());
    }

    /** A check that a right program lost, by want of threads. */
    static CheckResult lost() {
        return new CheckResult(
                "mini.word",
                "Words",
                "",
                3,
                0,
                Verdict.FAILED,
                "",
                "it ended with exit code 1.",
                "",
                "java.lang.OutOfMemoryError: unable to create native thread");
    }

    int rehearsed() {
        return rehearsed;
    }

    int wentAlong() {
        return wentAlong;
    }

    /** The most that were at work at once since the canary was lost. */
    static int mostAtWork() {
        return mostAtWork;
    }
}
