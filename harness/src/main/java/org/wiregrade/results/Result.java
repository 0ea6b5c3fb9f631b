package org.wiregrade.results;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the harness found out about one submission.
 *
 * @param schema {@link #SCHEMA}
 * @param harness the version of the harness that ran the checks
 * @param lab the lab's name, or {@code all} where several were run
 * @param seconds how long the run took
 * @param sandbox where its programs ran: {@code process}, {@code namespace} or {@code container}
 * @param template a hash of the pristine template, hexadecimal SHA-256
 * @param content a hash of what was handed in, hexadecimal SHA-256; empty where it could not be read
 * @param seed gives again the words that were said to the submission's programs; null where none were said
 * @param notes things that cost nothing but should be known, such as reformatted given code
 * @param flags what a person should look at before the evidence is believed; worth no points
 * @param likenesses by what its evidence is known again in another submission
 * @param programs what the submission's programs printed
 * @param hmac keeps the result from being changed; empty where no key was given
 */
@JsonPropertyOrder({
    "schema",
    "harness",
    "lab",
    "submission",
    "started",
    "seconds",
    "earned",
    "possible",
    "sandbox",
    "template",
    "content",
    "seed",
    "notes",
    "flags",
    "checks",
    "likenesses",
    "programs",
    "hmac"
})
@JsonIgnoreProperties(ignoreUnknown = true)
public record Result(
        String schema,
        String harness,
        String lab,
        String submission,
        Instant started,
        double seconds,
        String sandbox,
        String template,
        String content,
        @JsonInclude(JsonInclude.Include.NON_NULL) Long seed,
        List<String> notes,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Flag> flags,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Likeness> likenesses,
        List<CheckResult> checks,
        List<Transcript> programs,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) String hmac) {
    /** The schema that this class reads and writes. */
    public static final String SCHEMA = "wiregrade/result/v1";

    public Result {
        notes = notes == null ? List.of() : List.copyOf(notes);
        flags = flags == null ? List.of() : List.copyOf(flags);
        likenesses = likenesses == null ? List.of() : List.copyOf(likenesses);
        checks = checks == null ? List.of() : List.copyOf(checks);
        programs = programs == null ? List.of() : List.copyOf(programs);
        hmac = hmac == null ? "" : hmac;
    }

    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public int earned() {
        return checks.stream().mapToInt(CheckResult::earned).sum();
    }

    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public int possible() {
        return checks.stream().mapToInt(CheckResult::points).sum();
    }

    /** How many checks ended so. */
    public long count(Verdict verdict) {
        return checks.stream().filter(check -> check.verdict() == verdict).count();
    }

    /** Whether the harness could not tell something, so that a person has to look. */
    public boolean needsPerson() {
        return count(Verdict.BROKEN) > 0 || checks.isEmpty();
    }

    /** Whether nothing failed: each check passed, or had nothing to judge. */
    public boolean allPassed() {
        return count(Verdict.PASSED) > 0 && count(Verdict.FAILED) == 0 && count(Verdict.BROKEN) == 0;
    }

    /** The same result with a note more. */
    public Result withNote(String note) {
        return new Result(
                schema,
                harness,
                lab,
                submission,
                started,
                seconds,
                sandbox,
                template,
                content,
                seed,
                Stream.concat(notes.stream(), Stream.of(note)).toList(),
                flags,
                likenesses,
                checks,
                programs,
                hmac);
    }

    /** The same result with another signature. */
    public Result withHmac(String newHmac) {
        return new Result(
                schema,
                harness,
                lab,
                submission,
                started,
                seconds,
                sandbox,
                template,
                content,
                seed,
                notes,
                flags,
                likenesses,
                checks,
                programs,
                newHmac);
    }
}
