package org.wiregrade.testbed;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.wiregrade.sandbox.loopback.Loopback;

/** Waits for programs that do not say when they listen. */
final class Ports {
    private Ports() {}

    /**
     * Waits until somebody listens; false once the time is over or waiting is hopeless.
     *
     * <p>Where the harness could not look the last time, nobody knows: that is its {@link IOException}.
     */
    static boolean awaitListening(Loopback loopback, int port, Duration limit, BooleanSupplier hopeful)
            throws IOException {
        Deadline deadline = Deadline.in(limit);
        IOException blind = null;
        while (!deadline.passed() && hopeful.getAsBoolean()) {
            try {
                if (loopback.hasListener(port)) {
                    return true;
                }
                blind = null;
            } catch (IOException e) {
                blind = e;
            }
            LockSupport.parkNanos(2_000_000);
        }
        if (blind != null) {
            throw blind;
        }
        return false;
    }
}
