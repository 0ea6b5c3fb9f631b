package org.wiregrade.batch;

import java.io.IOException;

/** Nothing is graded, because a program that is right loses points here; the message says which and what is lacking. */
public final class RehearsalFailed extends IOException {
    private static final long serialVersionUID = 1;

    RehearsalFailed(Rehearsed rehearsed) {
        super("nothing is graded: " + rehearsed.words());
    }
}
