package org.wiregrade.testbed;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.wiregrade.sandbox.loopback.Connection;
import org.wiregrade.sandbox.loopback.Listener;

/** A port of the harness's own, for a student's client to connect to. */
public final class TcpListener implements AutoCloseable {
    private final Listener listener;

    TcpListener(Listener listener) {
        this.listener = listener;
    }

    public int port() {
        return listener.port();
    }

    /** The next connection; empty where none comes in time. */
    public Optional<TcpConnection> accept(Duration limit) throws IOException {
        Optional<Connection> accepted = listener.accept(limit);
        return accepted.isPresent() ? Optional.of(new TcpConnection(accepted.get())) : Optional.empty();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
