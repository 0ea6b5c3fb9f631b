package org.wiregrade.sandbox.loopback;

import java.io.IOException;

/** The harness's end of a TCP connection with a program; what it sends goes out at once, and what comes is acknowledged at once. */
public interface Connection extends AutoCloseable {
    /** The port of this end. */
    int localPort();

    /** Hands bytes to the system in one write, and returns when it has taken all; an {@link IOException} where the connection is closed. */
    void send(byte[] bytes) throws IOException;

    /** Waits for what comes next; at the end of the program's sending, a piece without bytes; an {@link IOException} where it was reset. */
    Read next() throws IOException;

    /** Tells a listener of all that comes from now on, in place of {@link #next()}; once. */
    void tell(ReadListener listener) throws IOException;

    /** Ends the sending with a FIN. */
    void finish() throws IOException;

    /** Leaves with a RST. */
    void reset() throws IOException;

    @Override
    void close() throws IOException;
}
