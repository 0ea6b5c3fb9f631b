package org.wiregrade.sandbox.loopback;

import java.io.IOException;

/** The loopback interface, 127.0.0.1, on which the harness meets the programs of a cell. */
public interface Loopback {
    /**
     * Connects to a program.
     *
     * @throws java.net.ConnectException where nobody listens
     * @throws java.net.SocketTimeoutException where nobody answers within 2 s
     */
    Connection connect(int port) throws IOException;

    /** Listens on any free port. */
    Listener listen() throws IOException;

    /** Whether somebody listens on a port, found out without connecting where the system tells it. */
    boolean hasListener(int port) throws IOException;

    /** A port that was free a moment ago. */
    int freePort() throws IOException;
}
