package org.wiregrade.sandbox;

import java.io.IOException;

/** A kind of place where a submission's programs run, from a plain process to a container. */
public interface Sandbox extends AutoCloseable {
    /** {@code process}, {@code namespace} or {@code container}. */
    String name();

    /** Whether a hostile program is held here, so that others' programs may be run without trusting them. */
    default boolean containsHostileCode() {
        return true;
    }

    /**
     * Opens a place for one submission.
     *
     * <p>Called on the platform thread that will run the checks, which may have left the machine's network then: to the
     * programs it comes by {@link Cell#loopback}.
     */
    Cell open() throws IOException;

    @Override
    default void close() {}
}
