package org.wiregrade.labs.twoflow;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** How long a pause of 50 ms really takes on this machine, measured while a client makes its own. */
final class Metronome implements AutoCloseable {
    private static final long PAUSE_NS = TwoFlowLab.BETWEEN_CHUNKS_MS * 1_000_000L;

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
            return VoipPieces.median(pauses);
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
