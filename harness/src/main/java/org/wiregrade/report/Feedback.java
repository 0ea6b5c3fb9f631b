package org.wiregrade.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.wiregrade.results.CheckResult;
import org.wiregrade.results.Result;
import org.wiregrade.results.Verdict;

/** A result as a page for the student. */
public record Feedback(Result result) {
    private static final TemplateEngine TEMPLATES =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "org.wiregrade.report.html");

    /** The checks of one task. */
    public record Section(String task, List<CheckResult> checks) {
        public int earned() {
            return checks.stream().mapToInt(CheckResult::earned).sum();
        }

        public int points() {
            return checks.stream().mapToInt(CheckResult::points).sum();
        }
    }

    /** The page, complete in one file and without scripts. */
    public static String html(Result result) {
        var page = new StringOutput();
        TEMPLATES.render("feedback.jte", new Feedback(result), page);
        return page.toString();
    }

    public List<Section> sections() {
        Map<String, List<CheckResult>> tasks = result.checks().stream()
                .collect(Collectors.groupingBy(CheckResult::task, LinkedHashMap::new, Collectors.toList()));
        return tasks.entrySet().stream()
                .map(task -> new Section(task.getKey(), task.getValue()))
                .toList();
    }

    /** How many checks ended how, as a sentence. */
    public String counts() {
        StringBuilder words = new StringBuilder(result.count(Verdict.PASSED) + " passed");
        if (result.count(Verdict.FAILED) > 0) {
            words.append(", ").append(result.count(Verdict.FAILED)).append(" failed");
        }
        if (result.count(Verdict.SKIPPED) > 0) {
            words.append(", ")
                    .append(result.count(Verdict.SKIPPED))
                    .append(" skipped because they build on a failed one");
        }
        if (result.count(Verdict.BROKEN) > 0) {
            words.append(", ").append(result.count(Verdict.BROKEN)).append(" that could not be told");
        }
        return words.toString();
    }

    public String started() {
        return result.started().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    public static String mark(Verdict verdict) {
        return switch (verdict) {
            case PASSED -> "✓";
            case FAILED -> "✗";
            case SKIPPED -> "–";
            case BROKEN -> "?";
        };
    }

    public static String plain(String text) {
        return Words.plain(text);
    }
}
