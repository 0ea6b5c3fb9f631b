package org.wiregrade.testbed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.wiregrade.sandbox.loopback.Read;
import org.wiregrade.sandbox.loopback.ReadListener;

/** What has come on a connection so far, up to 16 MiB of it; a {@link TcpConnection} says what each question means. */
final class Incoming implements ReadListener {
    private static final int MOST_BYTES = 16 << 20;
    private static final int SEEN_AGAIN = 4 << 10;

    private final Received received = new Received();
    private final List<Arrival> arrivals = new ArrayList<>();
    private long lastArrival = System.nanoTime();
    private boolean ended;
    private IllegalStateException failure;

    @Override
    public synchronized boolean came(Read piece) {
        if (!piece.isEnd()) {
            arrivals.add(new Arrival(piece.timeNs(), received.size(), piece.bytes().length));
            received.writeBytes(piece.bytes());
            lastArrival = piece.timeNs();
        }
        boolean more = !piece.isEnd() && received.size() < MOST_BYTES;
        ended |= !more;
        notifyAll();
        return more;
    }

    @Override
    public void lost(IOException why) {
        if (isOurs(why)) {
            failed(new IllegalStateException("the harness cannot read: " + why.getMessage(), why));
        } else {
            end();
        }
    }

    @Override
    public synchronized void failed(IllegalStateException why) {
        failure = why;
        end();
    }

    /** Whether a connection broke because this machine lacks something, and not because of the program. */
    static boolean isOurs(IOException why) {
        return Shortage.in(String.valueOf(why.getMessage())).isPresent();
    }

    private synchronized void end() {
        ended = true;
        notifyAll();
    }

    /** Whether nothing more can come; that the harness itself has lost the connection is nothing a check may judge. */
    private boolean over() {
        if (failure != null) {
            throw new IllegalStateException(failure.getMessage(), failure);
        }
        return ended;
    }

    synchronized int mark() {
        return received.size();
    }

    synchronized String since(int mark) {
        return received.text(mark);
    }

    synchronized byte[] bytes(int mark) {
        return received.bytes(mark);
    }

    synchronized List<Arrival> arrivals() {
        return List.copyOf(arrivals);
    }

    synchronized boolean awaitSize(int size, Duration quiet) {
        long from = System.nanoTime();
        while (received.size() < size) {
            long left = Math.max(from, lastArrival) + quiet.toNanos() - System.nanoTime();
            if (over() || left <= 0) {
                return false;
            }
            Deadline.in(Duration.ofNanos(left)).waitOn(this);
        }
        return true;
    }

    synchronized boolean awaitEnded(Duration limit) {
        Deadline deadline = Deadline.in(limit);
        while (!over()) {
            if (!deadline.waitOn(this)) {
                return false;
            }
        }
        return true;
    }

    synchronized boolean await(int mark, Predicate<String> wanted, Duration limit) {
        Deadline deadline = Deadline.in(limit);
        int from = mark;
        while (!wanted.test(received.text(from))) {
            from = Math.max(mark, received.size() - SEEN_AGAIN);
            if (over() || !deadline.waitOn(this)) {
                return false;
            }
        }
        return true;
    }

    synchronized boolean awaitCount(int mark, char value, int count, Duration quiet) {
        int seen = 0;
        int next = mark;
        while (true) {
            seen += received.count(value, next);
            next = received.size();
            if (seen >= count) {
                return true;
            }
            long left = lastArrival + quiet.toNanos() - System.nanoTime();
            if (over() || left <= 0) {
                return false;
            }
            Deadline.in(Duration.ofNanos(left)).waitOn(this);
        }
    }

    synchronized boolean ended() {
        return over();
    }

    synchronized boolean isOpen() {
        return !ended;
    }

    synchronized boolean isFull() {
        return received.size() >= MOST_BYTES;
    }

    /** The bytes so far, looked at in place. */
    private static final class Received extends ByteArrayOutputStream {
        String text(int from) {
            return new String(buf, from, count - from, StandardCharsets.UTF_8);
        }

        byte[] bytes(int from) {
            return Arrays.copyOfRange(buf, from, count);
        }

        int count(char value, int from) {
            int seen = 0;
            for (int i = from; i < count; i++) {
                seen += buf[i] == value ? 1 : 0;
            }
            return seen;
        }
    }
}
