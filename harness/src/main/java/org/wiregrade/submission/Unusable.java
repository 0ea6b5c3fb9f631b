package org.wiregrade.submission;

/** Thrown where a source file of a submission cannot be used. */
public final class Unusable extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient SourceProblem problem;

    public Unusable(SourceProblem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    public SourceProblem problem() {
        return problem;
    }
}
