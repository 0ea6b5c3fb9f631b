package org.wiregrade.run;

import java.time.Instant;
import java.util.List;
import org.wiregrade.results.Result;
import org.wiregrade.submission.Template;

/** A run that has started, and becomes a result when its checks have ended. */
public record RunClock(Instant started, long nanos) {
    public static RunClock start() {
        return new RunClock(Instant.now(), System.nanoTime());
    }

    /**
     * The result of these checks; its lab is theirs, or {@code all} where they are of several.
     *
     * @param content the hash of what was handed in; empty where it could not be read
     * @param seed of the words that were said; null where none were
     */
    public Result result(
            String submission,
            String content,
            String sandbox,
            Template template,
            Long seed,
            List<String> notes,
            Outcome outcome) {
        List<String> labs = outcome.checks().stream()
                .map(check -> check.id().substring(0, check.id().indexOf('.')))
                .distinct()
                .toList();
        return new Result(
                Result.SCHEMA,
                Version.harness(),
                labs.size() == 1 ? labs.get(0) : "all",
                submission,
                started,
                Math.round((System.nanoTime() - nanos) / 1e7) / 100.0,
                sandbox,
                template.hash(),
                content,
                seed,
                notes,
                outcome.flags(),
                outcome.likenesses(),
                outcome.checks(),
                outcome.programs(),
                "");
    }
}
