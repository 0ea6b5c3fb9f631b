package org.wiregrade.run;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/** Who may use the machine: many runs beside each other, or one alone. */
final class Machine {
    private final ReadWriteLock lock = new ReentrantReadWriteLock(true);

    <T> T beside(Supplier<T> run) {
        return holding(lock.readLock(), run);
    }

    /** Runs when all that are in work have ended their runs, and lets none begin meanwhile. */
    <T> T alone(Supplier<T> run) {
        return holding(lock.writeLock(), run);
    }

    private static <T> T holding(Lock lock, Supplier<T> run) {
        lock.lock();
        try {
            return run.get();
        } finally {
            lock.unlock();
        }
    }
}
