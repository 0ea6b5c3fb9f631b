package org.wiregrade.testbed;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.wiregrade.sandbox.loopback.Loopback;

/** Waits for programs that do not say when they listen. */
final class Ports {
    private Ports() {}

    /** Waits until somebody listens; false once the time is over or waiting is hopeless. */
    static boolean awaitListening(Loopback loopback, int port, Duration limit, BooleanSupplier hopeful) {
        Deadline deadline = Deadline.in(limit);
        while (!deadline.passed() && hopeful.getAsBoolean()) {
            if (listening(loopback, port)) {
                return true;
            }
            LockSupport.parkNanos(2_000_000);
        }
        return false;
    }

    private static boolean listening(Loopback loopback, int port) {
        try {
            return loopback.hasListener(port);
        } catch (IOException e) {
            return false;
        }
    }
}
