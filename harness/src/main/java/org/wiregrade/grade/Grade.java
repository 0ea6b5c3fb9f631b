package org.wiregrade.grade;

import org.wiregrade.results.Result;
import org.wiregrade.results.Verdict;

/**
 * One row of the class's grades.
 *
 * @param result what the grade rests on
 */
public record Grade(Result result) {
    public String submission() {
        return result.submission();
    }

    /** Between 0 and 100, rounded to one decimal; 0 where nothing could be earned. */
    public double percent() {
        return result.possible() == 0 ? 0 : Math.round(1000.0 * result.earned() / result.possible()) / 10.0;
    }

    /** {@code complete}, or {@code look} where a person has to decide something. */
    public String state() {
        return result.needsPerson() ? "look" : "complete";
    }

    /** The first thing that went wrong, in a few words; empty where nothing did. */
    public String firstFailure() {
        return result.checks().stream()
                .filter(check -> check.verdict() == Verdict.FAILED || check.verdict() == Verdict.BROKEN)
                .map(check -> check.id() + ": " + check.got())
                .findFirst()
                .orElse("");
    }
}
