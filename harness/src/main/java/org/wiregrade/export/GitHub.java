package org.wiregrade.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wiregrade.policy.ExportPolicy;
import org.wiregrade.report.Words;
import org.wiregrade.results.CheckResult;
import org.wiregrade.results.Verdict;

/** A summary of a GitHub Actions step, with the commands that make its annotations beside it. */
final class GitHub implements Exporter {
    /** GitHub shows nothing of a step's summary above 1 MiB. */
    private static final int MOST_BYTES = 1_000_000;

    private static final int MOST_TEXT = 2_000;

    /** Of each kind GitHub shows ten a step. */
    private static final int MOST_ANNOTATIONS = 10;

    @Override
    public Outcome write(Request request) throws IOException {
        new FilePerStudent("%s/summary.md", GitHub::summary).write(request);
        new FilePerStudent("%s/annotations.txt", GitHub::annotations).write(request);
        return Outcome.DONE;
    }

    private static Optional<String> summary(Entry entry, ExportPolicy policy) {
        var text = new StringBuilder("### " + code(entry.lab()) + " " + entry.points() + "\n\n");
        List<CheckResult> told = entry.checks().stream()
                .filter(check -> entry.isHidden(check) || check.verdict() != Verdict.PASSED)
                .toList();
        if (!told.isEmpty()) {
            text.append("| check | points | why |\n|---|---|---|\n");
        }
        int bytes = 0;
        for (int i = 0; i < told.size(); i++) {
            String row = row(entry, told.get(i), policy.feedback());
            bytes += row.getBytes(StandardCharsets.UTF_8).length;
            if (bytes > MOST_BYTES) {
                text.append("\n").append(told.size() - i).append(" more are on the page of feedback.\n");
                break;
            }
            text.append(row);
        }
        int passed = entry.checks().size() - told.size();
        return Optional.of(
                text.append("\n").append(passed).append(" checks passed.\n").toString());
    }

    private static String row(Entry entry, CheckResult check, boolean feedback) {
        boolean shown = CheckWords.hasPoints(entry, check);
        String why = feedback || !shown ? CheckWords.of(entry, check) : "";
        return "| " + code(check.title()) + " | " + (shown ? check.earned() + "/" + check.points() : "") + " | "
                + code(why) + " |\n";
    }

    /** Text in which Markdown finds neither a sign of its own nor anybody to be mentioned. */
    private static String code(String text) {
        if (text.isEmpty()) {
            return "";
        }
        var safe = new StringBuilder("<code>");
        Words.plain(CheckWords.cut(text, MOST_TEXT)).codePoints().forEach(point -> {
            if (point == '\n') {
                safe.append("</code><br><code>");
            } else if (point < 0x80 && !Character.isLetterOrDigit(point) && point != ' ') {
                safe.append("&#").append(point).append(';');
            } else {
                safe.appendCodePoint(point);
            }
        });
        return safe.append("</code>").toString();
    }

    private static Optional<String> annotations(Entry entry, ExportPolicy policy) {
        List<String> lines = new ArrayList<>(commands(entry, policy, Verdict.FAILED, "error"));
        lines.addAll(commands(entry, policy, Verdict.BROKEN, "warning"));
        lines.add(command("notice", "Points", entry.points()));
        return Optional.of(String.join("\n", lines) + "\n");
    }

    private static List<String> commands(Entry entry, ExportPolicy policy, Verdict verdict, String kind) {
        List<CheckResult> checks = entry.checks().stream()
                .filter(check -> !entry.isHidden(check) && check.verdict() == verdict)
                .toList();
        int shown = checks.size() > MOST_ANNOTATIONS ? MOST_ANNOTATIONS - 1 : checks.size();
        List<String> commands = new ArrayList<>();
        for (CheckResult check : checks.subList(0, shown)) {
            String words = policy.feedback() ? "\n" + CheckWords.of(entry, check) : "";
            commands.add(
                    command(kind, check.id() + " " + check.earned() + "/" + check.points(), check.title() + words));
        }
        if (shown < checks.size()) {
            commands.add(command(kind, "More", checks.size() - shown + " more are in the summary"));
        }
        return commands;
    }

    /** A workflow command on one line, whatever is in its text. */
    private static String command(String kind, String title, String text) {
        String property = escaped(title).replace(":", "%3A").replace(",", "%2C");
        return "::" + kind + " title=" + property + "::" + escaped(text);
    }

    private static String escaped(String text) {
        return Words.plain(CheckWords.cut(text, MOST_TEXT))
                .replace("%", "%25")
                .replace("\r", "%0D")
                .replace("\n", "%0A");
    }
}
