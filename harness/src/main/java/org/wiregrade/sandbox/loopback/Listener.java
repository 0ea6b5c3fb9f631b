package org.wiregrade.sandbox.loopback;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** A port of the harness's own. */
public interface Listener extends AutoCloseable {
    int port();

    /** The next connection; empty where none comes in time. */
    Optional<Connection> accept(Duration limit) throws IOException;

    @Override
    void close() throws IOException;
}
