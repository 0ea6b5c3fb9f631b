package org.wiregrade.labs.twoflow.live;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.wiregrade.labs.twoflow.rule.Assignment;
import org.wiregrade.labs.twoflow.rule.PacingRule;

/** How long a pause of 50 ms really takes on this machine, measured while a client makes its own. */
final class Metronome implements AutoCloseable {
    private static final long PAUSE_NS = Assignment.CHUNK_PAUSE_MS * 1_000_000L;

    /**
     * Nine of ten pauses last no longer where reads tell chunks apart. A read joins chunks that is 50 ms late, and each rule
     * wants at least a quarter of what it counts to be joined, so a stall or two in a run blame nobody.
     */
    private static final double USUAL = 0.9;

    private static final double USUAL_MS = 75;

    private final List<Double> pauses = new ArrayList<>();
    private volatile boolean closed;

    Metronome() {
        Thread thread = new Thread(this::tick, "metronome");
        thread.setDaemon(true);
        thread.start();
    }

    private void tick() {
        while (!closed) {
            long from = System.nanoTime();
            while (System.nanoTime() - from < PAUSE_NS) {
                LockSupport.parkNanos(PAUSE_NS - (System.nanoTime() - from));
            }
            synchronized (pauses) {
                pauses.add((System.nanoTime() - from) / 1e6);
            }
        }
    }

    /** The middle one of the pauses so far in ms. */
    double median() {
        synchronized (pauses) {
            return pauses.isEmpty() ? 0 : PacingRule.ranked(pauses, 0.5);
        }
    }

    /** Whether so many pauses of this program itself lasted so long that what it read meanwhile may be joined. */
    boolean isLate() {
        synchronized (pauses) {
            return pauses.isEmpty() || PacingRule.ranked(pauses, USUAL) > USUAL_MS;
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
