package org.wiregrade.testbed;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;

/** A port of the harness's own, for a student's client to connect to. */
public final class TcpListener implements AutoCloseable {
    private final ServerSocket socket;

    private TcpListener(ServerSocket socket) {
        this.socket = socket;
    }

    /** Listens on any free port of this thread's loopback. */
    static TcpListener open() throws IOException {
        return new TcpListener(new ServerSocket(0, 5, InetAddress.getLoopbackAddress()));
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** The next connection; empty where none comes in time. */
    public Optional<TcpConnection> accept(Duration limit) throws IOException {
        socket.setSoTimeout((int) limit.toMillis());
        try {
            return Optional.of(new TcpConnection(socket.accept()));
        } catch (SocketTimeoutException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
