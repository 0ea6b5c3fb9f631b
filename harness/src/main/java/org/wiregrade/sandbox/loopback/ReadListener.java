package org.wiregrade.sandbox.loopback;

import java.io.IOException;

/** Who is told what comes on a connection, by a thread that tells others, too: so nothing here may wait. */
public interface ReadListener {
    /**
     * A piece came; at the end of the program's sending one without bytes, behind which there is none.
     *
     * @return whether more is wanted; once it is not, the program's sending is held up
     */
    boolean came(Read piece);

    /** It was reset by the program, or closed by the harness: nothing more comes. */
    void lost(IOException why);

    /** The harness itself has lost it: nothing more comes, and nothing about the program can be told. */
    void failed(IllegalStateException why);
}
