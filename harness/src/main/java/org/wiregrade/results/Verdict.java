package org.wiregrade.results;

/** What became of one check; only {@link #FAILED} costs a student points by the student's own doing. */
public enum Verdict {
    /** The check saw what it asks for. */
    PASSED,
    /** The check saw something else, and the student's work is the cause. */
    FAILED,
    /** Something that the check builds on failed, so it was not run. */
    SKIPPED,
    /** The harness could not tell; a person has to look. */
    BROKEN
}
