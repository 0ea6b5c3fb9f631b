package org.wiregrade.testbed;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.wiregrade.jvm.PlainJava;

/** What a program prints, line by line; a program that prints more than a limit is ended. */
final class Output {
    static final String LIMIT_WORDS = "64 MiB";
    private static final int LIMIT = 64 << 20;
    private static final int BUFFER = 16 << 10;
    private static final int UNFINISHED_SHOWN = 2000;

    /** A program is calm once it has printed no more than so many bytes for so many ns. */
    private static final int CALM_BYTES = 16 << 10;

    private static final long CALM_NS = Duration.ofMillis(250).toNanos();

    /** One that has printed so many bytes, more than a right program does, has to be calm for longer. */
    private static final int MUCH = 12 << 20;

    private static final long CALM_AFTER_MUCH_NS = Duration.ofSeconds(2).toNanos();
    private static final long STILL_CALM_NS = Duration.ofMillis(30).toNanos();

    private final Lines lines = new Lines();
    private long printed;
    private long calmFrom = System.nanoTime();
    private long printedBefore;
    private boolean ended;
    private boolean flooded;
    private volatile long pauseNs;
    private volatile OutOfMemoryError failure;
    private volatile String unfinished = "";

    Output(InputStream stream, Runnable onFlood) {
        Thread reader = new Thread(() -> read(stream, onFlood), "output");
        reader.setDaemon(true);
        reader.start();
    }

    private void read(InputStream stream, Runnable onFlood) {
        byte[] buffer = new byte[BUFFER];
        var splitter = new LineSplitter();
        try (stream) {
            for (int length; (length = stream.read(buffer)) >= 0; ) {
                if (!add(splitter.complete(buffer, length), length)) {
                    onFlood.run();
                    break;
                }
                if (length < buffer.length) {
                    LockSupport.parkNanos(pauseNs);
                }
                unfinished = splitter.beginning(UNFINISHED_SHOWN);
            }
            add(splitter.rest(), 0);
        } catch (IOException e) {
            // The pipe is gone because the program was ended.
        } catch (OutOfMemoryError e) {
            failure = e;
        } finally {
            end();
        }
    }

    /** Reads only every so many ns, or whenever there is a buffer full. */
    void readEvery(long ns) {
        pauseNs = ns;
    }

    /** Adds lines, and so many bytes to what was printed; false once that is more than the limit. */
    private synchronized boolean add(List<Line> complete, int bytes) {
        for (Line line : complete) {
            if (!isJavasOwn(line)) {
                lines.add(line);
            }
        }
        printed += bytes;
        if (printed - printedBefore > CALM_BYTES) {
            printedBefore = printed;
            calmFrom = System.nanoTime();
        }
        flooded = printed > LIMIT;
        notifyAll();
        return !flooded;
    }

    /** What Java says about its environment is not the program's word. */
    private static boolean isJavasOwn(Line line) {
        int end = line.length() - PlainJava.REMARK.length();
        return (end == 0 || end == 1) && line.text().equals(PlainJava.REMARK);
    }

    private synchronized void end() {
        ended = true;
        notifyAll();
    }

    synchronized boolean ended() {
        return ended;
    }

    synchronized boolean flooded() {
        return flooded;
    }

    synchronized int size() {
        return lines.size();
    }

    synchronized List<String> linesFrom(int mark) {
        requireWhole();
        return lines.from(mark).stream().map(Line::text).toList();
    }

    /** The beginning of what it has printed behind its last complete line. */
    String unfinished() {
        return unfinished;
    }

    synchronized String excerpt() {
        return lines.excerpt();
    }

    synchronized Optional<String> await(int mark, Predicate<String> wanted, Duration limit) {
        Deadline deadline = Deadline.in(limit);
        int next = mark;
        while (true) {
            for (Line line : lines.from(next)) {
                if (wanted.test(line.text())) {
                    return Optional.of(line.text());
                }
            }
            next = Math.max(next, lines.size());
            requireWhole();
            if (ended || !deadline.waitOn(this)) {
                return Optional.empty();
            }
        }
    }

    /** What the harness could not read is nothing that a check may judge. */
    private void requireWhole() {
        if (failure != null) {
            throw new IllegalStateException("the harness could not keep what the program prints: " + failure, failure);
        }
    }

    synchronized boolean awaitEnded(Duration limit) {
        Deadline deadline = Deadline.in(limit);
        while (!ended) {
            if (!deadline.waitOn(this)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Waits until it has printed next to nothing for a while, or has ended; false once the time or the limit is over.
     *
     * <p>In that while the harness itself may have been stopped, and its reader with it: so it has to last a little longer,
     * and that little must not have become much.
     */
    synchronized boolean awaitCalm(Duration limit) {
        Deadline deadline = Deadline.in(limit);
        boolean proved = false;
        while (!proved && !flooded && !ended && !deadline.passed()) {
            long since = calmFrom;
            awaitMore(since, since + calmNs() - System.nanoTime());
            long start = System.nanoTime();
            awaitMore(since, STILL_CALM_NS);
            proved = calmFrom == since && System.nanoTime() - start < 2 * STILL_CALM_NS;
        }
        return !flooded && (ended || System.nanoTime() - calmFrom >= calmNs());
    }

    /** Whether it prints right now, or has printed so much that there is no end to be seen. */
    synchronized boolean isEndless() {
        return !ended && (printed > MUCH || System.nanoTime() - calmFrom < CALM_NS);
    }

    private long calmNs() {
        return printed > MUCH ? CALM_AFTER_MUCH_NS : CALM_NS;
    }

    private void awaitMore(long since, long ns) {
        Deadline deadline = Deadline.in(Duration.ofNanos(ns));
        while (calmFrom == since && !ended && deadline.waitOn(this)) {
            // A few bytes came.
        }
    }
}
