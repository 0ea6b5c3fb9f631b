package org.wiregrade.submission;

/** Thrown where a source file of a submission cannot be used. */
final class Unusable extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    Unusable(Problem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
