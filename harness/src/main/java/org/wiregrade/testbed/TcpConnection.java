package org.wiregrade.testbed;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.wiregrade.sandbox.loopback.Connection;
import org.wiregrade.wire.Endpoint;

/** The harness's end of a connection with a student's program: what comes is kept, and can be awaited. */
public final class TcpConnection implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";
    private static final Duration GOODBYE = Duration.ofMillis(200);

    private final Connection connection;
    private final Endpoint local;
    private final Incoming incoming = new Incoming();
    private volatile boolean left;

    TcpConnection(Connection connection) throws IOException {
        this.connection = connection;
        this.local = new Endpoint(LOOPBACK, connection.localPort());
        connection.tell(incoming);
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
            if (Incoming.isOurs(e)) {
                throw new IllegalStateException("the harness cannot send: " + e.getMessage(), e);
            }
            return false;
        }
    }

    /** How many bytes have come; a mark for the questions below. */
    public int mark() {
        return incoming.mark();
    }

    /** What has come since a mark, bytes that are not UTF-8 as U+FFFD. */
    public String since(int mark) {
        return incoming.since(mark);
    }

    /** The bytes that have come since a mark. */
    public byte[] bytes(int mark) {
        return incoming.bytes(mark);
    }

    /** In which pieces it came, as far as the harness was quick enough to read each by itself. */
    public List<Arrival> arrivals() {
        return incoming.arrivals();
    }

    /** Waits until so many bytes have come in all; false once nothing more can come, or nothing has for {@code quiet}. */
    public boolean awaitSize(int size, Duration quiet) {
        return incoming.awaitSize(size, quiet);
    }

    /** Waits until the program has ended its sending, or the connection is lost; false once the time is over. */
    public boolean awaitEnded(Duration limit) {
        return incoming.awaitEnded(limit);
    }

    /**
     * Waits until what has come since a mark is as wanted; false once the time is over or nothing more can come.
     *
     * @param wanted is asked again with each arrival, and given no more than 4 KiB of what it has seen before
     */
    public boolean await(int mark, Predicate<String> wanted, Duration limit) {
        return incoming.await(mark, wanted, limit);
    }

    /** Waits until so many bytes of one value have come since a mark; false once nothing has come for {@code quiet}. */
    public boolean awaitCount(int mark, char value, int count, Duration quiet) {
        return incoming.awaitCount(mark, value, count, quiet);
    }

    /** Whether the program has closed or reset the connection. */
    public boolean ended() {
        return incoming.ended();
    }

    /** Whether the program has closed or reset the connection before the harness did anything to end it. */
    public boolean endedByProgram() {
        return incoming.ended() && !incoming.isFull() && !left;
    }

    private void leaving() {
        left |= incoming.isOpen();
    }

    /** Says with a FIN that nothing more will be sent, and goes on listening. */
    public void finish() throws IOException {
        leaving();
        connection.finish();
    }

    /** Leaves as a program does that closes its socket: with a FIN, all that came having been read. */
    public void leave() throws IOException {
        finish();
        incoming.awaitEnded(GOODBYE);
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
}
