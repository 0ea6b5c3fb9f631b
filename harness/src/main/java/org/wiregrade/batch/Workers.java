package org.wiregrade.batch;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** The threads of a batch, so many at once and no more; each a platform thread, because a sandbox may move it elsewhere. */
final class Workers {
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private final Semaphore free;
    private int atOnce;
    private volatile boolean stopped;
    private volatile IOException failure;

    /** What one of them does; that results cannot be written stops all. */
    @FunctionalInterface
    interface Work {
        void run() throws IOException;
    }

    Workers(int atOnce) {
        this.atOnce = atOnce;
        free = new Semaphore(atOnce);
    }

    /** How many may be at work at once. */
    int atOnce() {
        return atOnce;
    }

    boolean stopped() {
        return stopped;
    }

    /** Begins nothing more, and interrupts those at work. */
    void stop() {
        stopped = true;
        threads.forEach(Thread::interrupt);
    }

    /** Fails as the work did that could not write. */
    void requireNoFailure() throws IOException {
        if (failure != null) {
            throw failure;
        }
    }

    /** Begins some work as soon as there is room for it. */
    void begin(String name, Work work) throws InterruptedException {
        free.acquire();
        if (stopped) {
            free.release();
        } else {
            start(name, work, free::release);
        }
    }

    /** Waits until nobody is at work. */
    void awaitAll() throws InterruptedException {
        free.acquire(atOnce);
        free.release(atOnce);
    }

    /** Does some work while nobody else is at work, which the caller sees to. */
    void alone(String name, Work work) throws InterruptedException {
        if (!stopped) {
            start(name, work, () -> {}).join();
        }
    }

    /** Has no more than so many at work at once, fewer than before or as many; nobody may be at work. */
    void limit(int fewer) throws InterruptedException {
        free.acquire(atOnce - fewer);
        atOnce = fewer;
    }

    /** Who is interrupted while writing cannot write either, which says nothing about the disk. */
    private synchronized void fail(IOException why) {
        if (!stopped) {
            failure = why;
            stop();
        }
    }

    private Thread start(String name, Work work, Runnable afterwards) {
        Thread worker = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException e) {
                        fail(e);
                    } finally {
                        threads.remove(Thread.currentThread());
                        afterwards.run();
                    }
                },
                name);
        threads.add(worker);
        worker.start();
        return worker;
    }
}
