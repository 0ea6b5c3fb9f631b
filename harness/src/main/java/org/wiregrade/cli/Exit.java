package org.wiregrade.cli;

import org.wiregrade.results.Result;

/** The exit codes that scripts rely on. */
final class Exit {
    /** Done, and all passed; of a batch: done, and nothing needs a person. */
    static final int DONE = 0;
    /** A check failed. */
    static final int FAILED = 1;
    /** Something could not be told or read, so a person is needed. */
    static final int COULD_NOT_TELL = 2;
    /** The command line was wrong. */
    static final int USAGE = 64;

    private Exit() {}

    static int of(Result result) {
        return result.needsPerson() ? COULD_NOT_TELL : result.allPassed() ? DONE : FAILED;
    }
}
