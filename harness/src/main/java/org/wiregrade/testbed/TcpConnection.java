package org.wiregrade.testbed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.wiregrade.sandbox.loopback.Connection;
import org.wiregrade.sandbox.loopback.Read;
import org.wiregrade.sandbox.loopback.ReadListener;
import org.wiregrade.wire.Endpoint;

/** The harness's end of a connection with a student's program: up to 16 MiB of what comes is kept, and can be awaited. */
public final class TcpConnection implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";
    private static final Duration GOODBYE = Duration.ofMillis(200);
    private static final int MOST_BYTES = 16 << 20;
    private static final int SEEN_AGAIN = 4 << 10;

    private final Connection connection;
    private final Endpoint local;
    private final Received received = new Received();
    private final List<Arrival> arrivals = new ArrayList<>();
    private long lastArrival = System.nanoTime();
    private boolean ended;
    private boolean left;
    private IllegalStateException failure;

    TcpConnection(Connection connection) throws IOException {
        this.connection = connection;
        this.local = new Endpoint(LOOPBACK, connection.localPort());
        connection.tell(new Keeper());
    }

    /** The harness's own address, which is what the program sees as its client. */
    public Endpoint local() {
        return local;
    }

    /** Sends text as UTF-8 in one write; false where the program has closed the connection. */
    public boolean send(String text) {
        return send(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends bytes in one write; false where the program has closed the connection. */
    public boolean send(byte[] bytes) {
        try {
            connection.send(bytes);
            return true;
        } catch (IOException e) {
            if (isOurs(e)) {
                throw new IllegalStateException("the harness cannot send: " + e.getMessage(), e);
            }
            return false;
        }
    }

    /** How many bytes have come; a mark for the questions below. */
    public synchronized int mark() {
        return received.size();
    }

    /** What has come since a mark, bytes that are not UTF-8 as U+FFFD. */
    public synchronized String since(int mark) {
        return received.text(mark);
    }

    /** The bytes that have come since a mark. */
    public synchronized byte[] bytes(int mark) {
        return received.bytes(mark);
    }

    /** In which pieces it came, as far as the harness was quick enough to read each by itself. */
    public synchronized List<Arrival> arrivals() {
        return List.copyOf(arrivals);
    }

    /** Waits until so many bytes have come in all; false once nothing more can come, or nothing has for {@code quiet}. */
    public synchronized boolean awaitSize(int size, Duration quiet) {
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

    /** Waits until the program has ended its sending, or the connection is lost; false once the time is over. */
    public synchronized boolean awaitEnded(Duration limit) {
        Deadline deadline = Deadline.in(limit);
        while (!over()) {
            if (!deadline.waitOn(this)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Waits until what has come since a mark is as wanted; false once the time is over or nothing more can come.
     *
     * @param wanted is asked again with each arrival, and given no more than 4 KiB of what it has seen before
     */
    public synchronized boolean await(int mark, Predicate<String> wanted, Duration limit) {
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

    /** Waits until so many bytes of one value have come since a mark; false once nothing has come for {@code quiet}. */
    public synchronized boolean awaitCount(int mark, char value, int count, Duration quiet) {
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

    /** Whether the program has closed or reset the connection. */
    public synchronized boolean ended() {
        return over();
    }

    /** Whether the program has closed or reset the connection before the harness did anything to end it. */
    public synchronized boolean endedByProgram() {
        return over() && !left && received.size() < MOST_BYTES;
    }

    private synchronized void leaving() {
        left |= !ended;
    }

    /** Says with a FIN that nothing more will be sent, and goes on listening. */
    public void finish() throws IOException {
        leaving();
        connection.finish();
    }

    /** Leaves as a program does that closes its socket: with a FIN, all that came having been read. */
    public void leave() throws IOException {
        finish();
        synchronized (this) {
            Deadline deadline = Deadline.in(GOODBYE);
            while (!over() && deadline.waitOn(this)) {
                // Woken by whatever came before the end.
            }
        }
        connection.close();
    }

    /** Leaves as a program does that is killed in the middle: with a RST. */
    public void reset() throws IOException {
        leaving();
        connection.reset();
    }

    @Override
    public void close() throws IOException {
        leaving();
        connection.close();
    }

    /** Keeps what comes, up to a limit. */
    private final class Keeper implements ReadListener {
        @Override
        public boolean came(Read piece) {
            synchronized (TcpConnection.this) {
                if (!piece.isEnd()) {
                    arrivals.add(new Arrival(piece.timeNs(), received.size(), piece.bytes().length));
                    received.writeBytes(piece.bytes());
                    lastArrival = piece.timeNs();
                }
                boolean more = !piece.isEnd() && received.size() < MOST_BYTES;
                ended |= !more;
                TcpConnection.this.notifyAll();
                return more;
            }
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
        public void failed(IllegalStateException why) {
            synchronized (TcpConnection.this) {
                failure = why;
                end();
            }
        }
    }

    /** Whether a connection broke because this machine lacks something, and not because of the program. */
    private static boolean isOurs(IOException why) {
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
