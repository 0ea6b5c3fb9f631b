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

    /** Lets what comes be read only every so many ns, all at once, where a crowd talks; 0 for at once, as it is at first. */
    default void readEvery(long pauseNs) {
        // Where another process reads, it is left to that.
    }

    /** A port that was free a moment ago. */
    int freePort() throws IOException;
}
