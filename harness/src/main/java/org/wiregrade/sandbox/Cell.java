package org.wiregrade.sandbox;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.wiregrade.jvm.Launch;
import org.wiregrade.sandbox.loopback.Loopback;

/** The place of one submission: what is started here ends, with all that it started, when the cell is closed. */
public interface Cell extends AutoCloseable {
    /**
     * Starts a program with its error output joined to its output.
     *
     * <p>Closing is the cell's work, but a program may be ended before by {@link #end}. Called on the thread that opened
     * the cell: where the kernel guards the program, it does not outlive the thread that started it.
     */
    Process start(Launch launch) throws IOException;

    /** Ends a program and everything that it started, and returns when they are gone. */
    void end(Process program);

    /** Why the sandbox has ended a program that was started here, as the rest of a sentence; empty where it has not. */
    default Optional<String> ended(Process program) {
        return Optional.empty();
    }

    /**
     * All TCP packets on the cell's wire so far as a pcapng file, which is the caller's own and gone once the cell is closed,
     * where it was not moved away; empty where this kind of sandbox cannot see the wire.
     *
     * <p>Called on the thread that opened the cell. An {@link IOException} says that the recording is not complete.
     */
    default Optional<Path> capture() throws IOException {
        return Optional.empty();
    }

    /** Where the harness meets the programs; called on the thread that opened the cell, and used on platform threads started by it. */
    Loopback loopback() throws IOException;

    /** What a program started here may use; empty where nothing holds it. */
    default Optional<Limits> limits() {
        return Optional.empty();
    }

    /** Whether every port is free here, so that a program can be given the lab's own. */
    boolean ownsPorts();

    @Override
    void close();
}
