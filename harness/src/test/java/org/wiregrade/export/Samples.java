package org.wiregrade.export;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wiregrade.policy.ExportPolicy;
import org.wiregrade.policy.Roster;
import org.wiregrade.report.Worth;
import org.wiregrade.results.CheckResult;
import org.wiregrade.results.Result;
import org.wiregrade.results.ResultSample;
import org.wiregrade.results.Verdict;

/** Results and teachers' files made up for tests. */
final class Samples {
    static final Path FOLDER = Path.of("../fixtures/exports");

    private Samples() {}

    static CheckResult check(String id, int points, int earned, Verdict verdict, String got) {
        return new CheckResult(id, "live", "Title of " + id, points, earned, verdict, "", got, "", "");
    }

    static Result result(String name, CheckResult... checks) {
        return ResultSample.of(name, "chat", Instant.parse("2027-03-10T10:00:00.123Z"), List.of(), List.of(), checks);
    }

    static Result partly(String name) {
        return result(
                name,
                check("chat.one", 4, 4, Verdict.PASSED, ""),
                check("chat.two", 6, 2, Verdict.FAILED, "]]> <b>\u0001 & \"x\" C:\\"));
    }

    static Result unclear(String name) {
        return result(
                name, check("chat.one", 4, 4, Verdict.PASSED, ""), check("chat.two", 6, 0, Verdict.BROKEN, "no ports"));
    }

    /** A grade of 100, of a submission with a check that failed. */
    static Entry graded(String submission, String grade) {
        return graded(submission, grade, Optional.empty());
    }

    static Entry graded(String submission, String grade, Optional<Worth> worth) {
        return new Entry(
                submission,
                Optional.empty(),
                submission,
                "chat",
                Optional.of(partly(submission)),
                worth,
                Optional.of(new BigDecimal(grade)),
                BigDecimal.valueOf(100),
                List.of());
    }

    static Worth hiding(String... checks) {
        return new Worth("84", "100", List.of(new Worth.Line("1 day late", "−10")), Set.of(checks));
    }

    /** The four of the sheets, called as the export of a platform calls them. */
    static List<Entry> four(String... submissions) {
        List<String> grades = List.of("100", "94.5", "0", "43");
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < submissions.length; i++) {
            entries.add(graded(submissions[i], grades.get(i)));
        }
        return entries;
    }

    static Request request(List<Entry> entries, Path target) {
        return new Request(entries, ExportPolicy.PLAIN, target, Optional.empty(), Optional.empty(), false, false);
    }

    static Request request(List<Entry> entries, Path target, Path sheet) {
        return new Request(entries, ExportPolicy.PLAIN, target, Optional.of(sheet), Optional.empty(), false, false);
    }

    static Request with(Request request, ExportPolicy policy) {
        return new Request(
                request.entries(),
                policy,
                request.target(),
                request.sheet(),
                request.column(),
                request.onlyOurs(),
                request.decimalComma());
    }

    static List<Entry> asGraded(Result... results) {
        return Entries.asGraded(List.of(results), Roster.NONE);
    }

    static Roster roster() throws IOException {
        return Roster.read(FOLDER.resolve("roster.csv"));
    }
}
