package org.wiregrade.batch;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.wiregrade.results.CheckResult;
import org.wiregrade.run.Grader;
import org.wiregrade.submission.Submission;
import org.wiregrade.testbed.Lab;

/** A program that deserves every point, so that what it loses is the machine's doing, never a student's. */
public interface KnownRight {
    /** None is here; so nothing is proved. */
    KnownRight NONE = new KnownRight() {
        @Override
        public Rehearsed rehearse(int atOnce) {
            return Rehearsed.NOTHING;
        }

        @Override
        public Optional<CheckResult> goAlong() {
            return Optional.empty();
        }
    };

    /** Runs as many at once, before a class. */
    Rehearsed rehearse(int atOnce) throws InterruptedException;

    /**
     * Runs one, compiled anew as a submission is, and returns the check that it lost first.
     *
     * <p>Called on a thread of its own, which a sandbox may move into another network.
     */
    Optional<CheckResult> goAlong();

    /** Gives a rehearsal up, which then returns what there is. */
    default void stop() {}

    /** The reference, where this was started from a checkout that has it. */
    static KnownRight here(Grader grader, List<Lab> labs) throws IOException {
        Optional<Submission> reference = Reference.here();
        return reference.isPresent() ? new Rehearsal(grader, reference.get(), labs) : NONE;
    }
}
