package org.wiregrade.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wiregrade.results.CheckResult;
import org.wiregrade.results.Result;
import org.wiregrade.results.Verdict;

/** A result as a page for the student. */
public record Feedback(Result result, Optional<Worth> worth) {
    private static final TemplateEngine TEMPLATES =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "org.wiregrade.report.html");

    /** The checks of one task. */
    public record Section(String task, List<CheckResult> checks, Set<String> hidden) {
        public int earned() {
            return shown().mapToInt(CheckResult::earned).sum();
        }

        public int points() {
            return shown().mapToInt(CheckResult::points).sum();
        }

        private Stream<CheckResult> shown() {
            return checks.stream().filter(check -> !isHidden(check));
        }

        public boolean isHidden(CheckResult check) {
            return hidden.contains(check.id());
        }
    }

    /** The page, complete in one file and without scripts. */
    public static String html(Result result) {
        return html(new Feedback(result, Optional.empty()));
    }

    /** The page with what a policy makes of the result. */
    public static String html(Result result, Worth worth) {
        return html(new Feedback(result, Optional.of(worth)));
    }

    private static String html(Feedback feedback) {
        var page = new StringOutput();
        TEMPLATES.render("feedback.jte", feedback, page);
        return page.toString();
    }

    /** The points at the top of the page. */
    public String score() {
        return worth.map(Worth::grade).orElse(Integer.toString(result.earned()));
    }

    /** Of how many; empty where that does not matter. */
    public String outOf() {
        return worth.map(Worth::outOf).orElse(Integer.toString(result.possible()));
    }

    private Set<String> hidden() {
        return worth.map(Worth::hidden).orElse(Set.of());
    }

    public boolean hidesSome() {
        return !hidden().isEmpty();
    }

    public List<Worth.Line> calculation() {
        return worth.map(Worth::lines).orElse(List.of());
    }

    public List<Section> sections() {
        Map<String, List<CheckResult>> tasks = result.checks().stream()
                .collect(Collectors.groupingBy(CheckResult::task, LinkedHashMap::new, Collectors.toList()));
        return tasks.entrySet().stream()
                .map(task -> new Section(task.getKey(), task.getValue(), hidden()))
                .toList();
    }

    /** How many checks ended how, as a sentence. */
    public String counts() {
        StringBuilder words = new StringBuilder(count(Verdict.PASSED) + " passed");
        if (count(Verdict.FAILED) > 0) {
            words.append(", ").append(count(Verdict.FAILED)).append(" failed");
        }
        if (count(Verdict.SKIPPED) > 0) {
            words.append(", ").append(count(Verdict.SKIPPED)).append(" skipped because they build on a failed one");
        }
        if (count(Verdict.BROKEN) > 0) {
            words.append(", ").append(count(Verdict.BROKEN)).append(" that could not be told");
        }
        if (hidesSome()) {
            words.append(", ").append(hidden().size()).append(" not shown yet");
        }
        return words.toString();
    }

    private long count(Verdict verdict) {
        return result.checks().stream()
                .filter(check -> check.verdict() == verdict && !hidden().contains(check.id()))
                .count();
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
