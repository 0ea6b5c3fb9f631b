package org.wiregrade.results;

import java.time.Instant;
import java.util.List;

/** Results as tests need them: in a plain process, without anything that is not told. */
public final class ResultSample {
    private ResultSample() {}

    public static Result of(
            String submission,
            String lab,
            Instant started,
            List<Likeness> likenesses,
            List<Transcript> programs,
            CheckResult... checks) {
        return new Result(
                Result.SCHEMA,
                "1",
                lab,
                submission,
                started,
                1,
                "process",
                "",
                "",
                null,
                List.of(),
                List.of(),
                likenesses,
                List.of(checks),
                programs,
                "");
    }
}
