package org.wiregrade.sandbox.loopback;

import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** An ear that keeps what it is told for a test to take. */
final class Heard implements Ear {
    private final BlockingQueue<Object> told = new LinkedBlockingQueue<>();
    private int left;

    Heard() {
        this(Integer.MAX_VALUE);
    }

    /** One that wants no more after so many pieces. */
    Heard(int pieces) {
        left = pieces;
    }

    @Override
    public boolean came(Piece piece) {
        told.add(piece);
        return --left > 0;
    }

    @Override
    public void lost(IOException why) {
        told.add("lost: " + why.getMessage());
    }

    @Override
    public void failed(IllegalStateException why) {
        told.add("failed: " + why.getMessage());
    }

    boolean isEmpty() {
        return told.isEmpty();
    }

    /** The next piece; what else was told is an {@link AssertionError}. */
    Piece next() throws InterruptedException {
        Object next = told.poll(10, TimeUnit.SECONDS);
        if (next instanceof Piece piece) {
            return piece;
        }
        throw new AssertionError(next);
    }
}
