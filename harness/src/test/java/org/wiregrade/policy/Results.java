package org.wiregrade.policy;

import java.time.Instant;
import java.util.List;
import org.wiregrade.results.CheckResult;
import org.wiregrade.results.Result;
import org.wiregrade.results.ResultSample;
import org.wiregrade.results.Verdict;

/** Results made up for tests. */
final class Results {
    private Results() {}

    static CheckResult check(String id, int points, int earned) {
        return check(id, points, earned, earned == points ? Verdict.PASSED : Verdict.FAILED);
    }

    static CheckResult check(String id, int points, int earned, Verdict verdict) {
        return new CheckResult(id, "Task", id, points, earned, verdict, "", "", "", "");
    }

    static Result of(String submission, String lab, CheckResult... checks) {
        return ResultSample.of(submission, lab, Instant.EPOCH, List.of(), List.of(), checks);
    }
}
