package org.wiregrade.grade;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.wiregrade.results.CheckResult;
import org.wiregrade.results.Flag;
import org.wiregrade.results.Result;
import org.wiregrade.results.Verdict;

/**
 * One row of the class's grades.
 *
 * @param needsPerson whether somebody has to look, because the harness could not tell something
 * @param firstFailure the first check that did not pass and why, in a few words; empty where all passed
 * @param flags what a person should look at before the evidence is believed
 * @param points what was earned, by check
 */
public record Grade(
        String submission,
        String lab,
        int earned,
        int possible,
        boolean needsPerson,
        String firstFailure,
        List<Flag> flags,
        Map<String, Integer> points) {
    public static Grade of(Result result) {
        Map<String, Integer> points = new LinkedHashMap<>();
        result.checks().forEach(check -> points.put(check.id(), check.earned()));
        return new Grade(
                result.submission(),
                result.lab(),
                result.earned(),
                result.possible(),
                result.needsPerson(),
                firstFailure(result),
                result.flags(),
                points);
    }

    /** The same with more that a person should look at. */
    public Grade with(List<Flag> more) {
        List<Flag> all = Stream.concat(flags.stream(), more.stream()).toList();
        return new Grade(submission, lab, earned, possible, needsPerson, firstFailure, all, points);
    }

    private static String firstFailure(Result result) {
        return result.checks().stream()
                .filter(check -> check.verdict() == Verdict.FAILED || check.verdict() == Verdict.BROKEN)
                .map(Grade::words)
                .findFirst()
                .orElse(String.join(" ", result.notes()));
    }

    private static String words(CheckResult check) {
        return check.id() + ": " + check.got();
    }

    /** Between 0 and 100, rounded to one decimal; 0 where nothing could be earned. */
    public double percent() {
        return possible == 0 ? 0 : Math.round(1000.0 * earned / possible) / 10.0;
    }
}
