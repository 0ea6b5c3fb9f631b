package org.wiregrade.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.wiregrade.policy.ExportPolicy;
import org.wiregrade.report.Words;
import org.wiregrade.results.CheckResult;
import org.wiregrade.results.Verdict;

/** What an Autolab autograder prints: the feedback, and as the last line the points; nothing without a grade. */
final class Autolab {
    /** The problem that has what the policy adds to the problems' own points, or takes off. */
    private static final String ADJUSTMENTS = "Adjustments";

    private Autolab() {}

    static Optional<String> of(Entry entry, ExportPolicy policy) throws IOException {
        if (entry.grade().isEmpty()) {
            return Optional.empty();
        }
        var text = new StringBuilder();
        for (CheckResult check : entry.checks()) {
            if (policy.feedback() && (entry.isHidden(check) || check.verdict() != Verdict.PASSED)) {
                text.append(feedback(entry, check));
            }
        }
        // What stands before the last line is read, too, where it is JSON; a program's words must not be there.
        text.append(entry.points()).append(" points\n");
        ObjectNode top = Json.object();
        ObjectNode scores = top.putObject("scores");
        problems(entry, policy).forEach(scores::put);
        return Optional.of(text.append(Json.line(top)).append('\n').toString());
    }

    private static String feedback(Entry entry, CheckResult check) {
        String name = entry.isHidden(check) ? check.title() : check.id() + " " + check.earned() + "/" + check.points();
        return Words.plain(name) + "\n"
                + Words.plain(CheckWords.of(entry, check)).indent(4);
    }

    private static Map<String, BigDecimal> problems(Entry entry, ExportPolicy policy) {
        Map<String, BigDecimal> problems = new LinkedHashMap<>();
        policy.problems().keySet().forEach(problem -> problems.put(problem, BigDecimal.ZERO));
        for (CheckResult check : entry.checks()) {
            problems.merge(problem(entry, policy, check), BigDecimal.valueOf(check.earned()), BigDecimal::add);
        }
        problems.keySet().forEach(Autolab::requireNoColon);
        BigDecimal sum = problems.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal rest = entry.grade().orElseThrow().subtract(sum);
        if (entry.worth().isPresent()) {
            problems.merge(
                    problems.size() == 1 ? problems.keySet().iterator().next() : ADJUSTMENTS, rest, BigDecimal::add);
        }
        return problems;
    }

    /** Autolab puts quotes around every word before a colon, also inside of text. */
    private static String problem(Entry entry, ExportPolicy policy, CheckResult check) {
        if (policy.problems().isEmpty()) {
            return check.task().replace(":", " -");
        }
        return policy.problem(entry.lab(), check)
                .orElseThrow(() -> new IllegalArgumentException(
                        "export.autolab.problems of the policy has no problem for check " + check.id()));
    }

    private static void requireNoColon(String problem) {
        if (problem.contains(":")) {
            throw new IllegalArgumentException(
                    "Autolab cannot read a problem with a colon in its name: \"" + problem + "\"");
        }
    }
}
