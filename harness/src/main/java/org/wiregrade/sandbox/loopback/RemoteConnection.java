package org.wiregrade.sandbox.loopback;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.wiregrade.sandbox.loopback.Frame.Kind;

/** A connection whose socket a gateway has. */
final class RemoteConnection implements Connection {
    private final GatewayClient gateway;
    private final int number;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private int localPort;
    private boolean closed;

    /** What is heard of a connection: a piece, why it was lost, or why the gateway was; the other two are null. */
    record Event(Read piece, String lost, String gatewayLost) {}

    RemoteConnection(GatewayClient gateway, int number) {
        this.gateway = gateway;
        this.number = number;
    }

    /** The number of the request that makes it. */
    int number() {
        return number;
    }

    RemoteConnection at(int port) {
        localPort = port;
        return this;
    }

    void hear(Event event) {
        events.add(event);
    }

    /** How much has come that nobody has taken yet. */
    int untaken() {
        return events.size();
    }

    @Override
    public int localPort() {
        return localPort;
    }

    @Override
    public void send(byte[] bytes) throws IOException {
        for (int from = 0; from < bytes.length; from += Frame.LONGEST_BODY) {
            byte[] part = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + Frame.LONGEST_BODY));
            gateway.ask(gateway.nextNumber(), Kind.SEND, number, 0, part);
        }
    }

    @Override
    public Read next() throws IOException {
        Event event;
        try {
            event = events.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for a program");
        }
        if (event.gatewayLost() != null) {
            throw new IllegalStateException(event.gatewayLost());
        }
        if (event.lost() != null) {
            throw new IOException(event.lost());
        }
        if (!event.piece().isEnd()) {
            gateway.tell(Frame.of(
                    Kind.TAKEN, gateway.nextNumber(), number, event.piece().bytes().length));
        }
        return event.piece();
    }

    @Override
    public void tell(ReadListener listener) {
        Thread reader = new Thread(() -> tellAll(listener), "from port " + localPort);
        reader.setDaemon(true);
        reader.start();
    }

    private void tellAll(ReadListener listener) {
        try {
            Read piece = next();
            while (listener.came(piece) && !piece.isEnd()) {
                piece = next();
            }
        } catch (IOException e) {
            listener.lost(e);
        } catch (RuntimeException | Error e) {
            // The gateway's, or the listener's own: never the program's.
            listener.failed(new IllegalStateException(e.getMessage(), e));
        }
    }

    @Override
    public void finish() throws IOException {
        gateway.ask(Kind.FINISH, number, 0);
    }

    @Override
    public void reset() throws IOException {
        gateway.ask(Kind.RESET, number, 0);
        close();
    }

    @Override
    public synchronized void close() throws IOException {
        if (!closed) {
            closed = true;
            gateway.forget(this);
            hear(new Event(null, "Socket closed", null));
            gateway.ask(Kind.CLOSE, number, 0);
        }
    }
}
