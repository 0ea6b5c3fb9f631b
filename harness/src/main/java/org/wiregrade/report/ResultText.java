package org.wiregrade.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.wiregrade.results.CheckResult;
import org.wiregrade.results.Result;
import org.wiregrade.results.Verdict;

/** A result as lines for a terminal. */
public final class ResultText {
    private final StringBuilder out = new StringBuilder();
    private final boolean colour;

    private ResultText(boolean colour) {
        this.colour = colour;
    }

    /** Every check by its task, what failed with its reason, and the totals. */
    public static String of(Result result, boolean colour) {
        var text = new ResultText(colour);
        Map<String, List<CheckResult>> tasks = result.checks().stream()
                .collect(Collectors.groupingBy(CheckResult::task, LinkedHashMap::new, Collectors.toList()));
        tasks.forEach(text::task);
        for (String note : result.notes()) {
            text.line("  note: " + note);
        }
        text.line("");
        text.line(text.strong("Total " + result.earned() + " of " + result.possible() + " points"));
        return text.out.toString();
    }

    private void task(String task, List<CheckResult> checks) {
        int earned = checks.stream().mapToInt(CheckResult::earned).sum();
        int points = checks.stream().mapToInt(CheckResult::points).sum();
        line("");
        line(strong(task + "  " + earned + "/" + points));
        checks.forEach(this::check);
    }

    private void check(CheckResult check) {
        line("  " + mark(check.verdict()) + " " + pad(check.earned() + "/" + check.points(), 6)
                + Words.plain(check.title()) + "  (" + check.id() + ")");
        part("expected", check.expected());
        part(check.verdict() == Verdict.FAILED ? "got" : "why", check.got());
        part("hint", check.hint());
        part("", check.detail());
    }

    private void part(String name, String words) {
        if (words.isEmpty()) {
            return;
        }
        String head = pad(name, 9);
        for (String each : Words.plain(words).lines().toList()) {
            line("      " + head + each);
            head = pad("", 9);
        }
    }

    private String mark(Verdict verdict) {
        return switch (verdict) {
            case PASSED -> paint("32", "✓");
            case FAILED -> paint("31", "✗");
            case SKIPPED -> paint("33", "-");
            case BROKEN -> paint("35", "?");
        };
    }

    private String strong(String text) {
        return paint("1", text);
    }

    private String paint(String code, String text) {
        return colour ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }

    private static String pad(String text, int width) {
        return text.length() >= width ? text : text + " ".repeat(width - text.length());
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
