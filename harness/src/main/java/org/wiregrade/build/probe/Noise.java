package org.wiregrade.build.probe;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/** Short pauses at random in a program's own code: whatever it does right, it does right in spite of them. */
public final class Noise {
    private static final int ONE_IN = 32;
    private static final long PAUSE_NS = 50_000;

    private Noise() {}

    /** Called in front of calls and accesses of fields. */
    public static void here() {
        if (ThreadLocalRandom.current().nextInt(ONE_IN) == 0) {
            LockSupport.parkNanos(PAUSE_NS);
        }
    }
}
