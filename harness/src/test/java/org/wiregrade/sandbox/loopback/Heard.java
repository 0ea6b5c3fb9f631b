package org.wiregrade.sandbox.loopback;

import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** An ear that keeps what it is told for a test to take. */
final class Heard implements ReadListener {
    private final BlockingQueue<Object> told = new LinkedBlockingQueue<>();
    private final Predicate<Read> wantsMore;

    Heard() {
        this(piece -> true);
    }

    Heard(Predicate<Read> wantsMore) {
        this.wantsMore = wantsMore;
    }

    @Override
    public boolean came(Read piece) {
        told.add(piece);
        return wantsMore.test(piece);
    }

    @Override
    public void lost(IOException why) {
        told.add(why);
    }

    @Override
    public void failed(IllegalStateException why) {
        told.add(why);
    }

    boolean isEmpty() {
        return told.isEmpty();
    }

    /** The next piece; what it was told instead of one is thrown. */
    Read next() throws Exception {
        Object next = told.poll(10, TimeUnit.SECONDS);
        if (next instanceof Exception why) {
            throw why;
        }
        if (next == null) {
            throw new AssertionError("nothing was told");
        }
        return (Read) next;
    }
}
