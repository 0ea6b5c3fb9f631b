package org.wiregrade.sandbox;

import java.io.IOException;

/** The place of one submission: what is started here ends, with all that it started, when the cell is closed. */
public interface Cell extends AutoCloseable {
    /**
     * Starts a program with its error output joined to its output.
     *
     * <p>Closing is the cell's work, but a program may be ended before by {@link #end}.
     */
    Process start(Launch launch) throws IOException;

    /** Ends a program and everything that it started, and returns when they are gone. */
    void end(Process program);

    /** Whether every port is free here, so that a program can be given the lab's own. */
    boolean ownsPorts();

    @Override
    void close();
}
