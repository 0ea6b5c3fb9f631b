package org.wiregrade.intake;

import org.wiregrade.submission.Submission;

/** What became of opening what a student handed in. */
public sealed interface Opened {
    /** It is a folder that can be graded. */
    record Ready(Submission submission) implements Opened {}

    /** It is not; {@code reason} is one sentence for the student. */
    record Rejected(String name, String reason) implements Opened {}
}
