package org.wiregrade.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.wiregrade.policy.Calculation;
import org.wiregrade.policy.ClassPolicy;
import org.wiregrade.policy.Visible;
import org.wiregrade.results.Result;

/**
 * What a result is worth, for its student's page.
 *
 * @param grade as it is written, or a word for why there is none
 * @param outOf empty where that does not matter
 * @param lines how it came about
 * @param hidden the checks of which no more is shown than the title
 */
public record Worth(String grade, String outOf, List<Line> lines, Set<String> hidden) {
    public Worth {
        lines = List.copyOf(lines);
        hidden = Set.copyOf(hidden);
    }

    /** A step of the calculation. */
    public record Line(String words, String points) {}

    /**
     * What a policy makes of a result, for all whose submission it is.
     *
     * @param theirs the calculation of each of them, one at least
     * @param now decides which checks are hidden
     */
    public static Worth of(ClassPolicy policy, List<Calculation> theirs, Result result, Instant now) {
        Set<String> hidden = new HashSet<>();
        List<Line> lines = new ArrayList<>();
        for (Calculation each : theirs) {
            hidden.addAll(Visible.hidden(policy.labs().get(each.lab()), each, result, now));
        }
        for (Calculation each : theirs) {
            if (theirs.size() > 1) {
                lines.add(new Line(each.who(), ""));
            }
            each.stepsForStudent().stream()
                    .filter(step -> hidden.stream().noneMatch(step.words().strip()::startsWith))
                    .forEach(step -> lines.add(new Line(step.words(), step.points())));
        }
        Calculation first = theirs.get(0);
        boolean same = theirs.stream().allMatch(each -> each.shown().equals(first.shown()));
        boolean number = same && first.grade().isPresent();
        String grade = !same ? "see below" : first.shown().equals("held") ? "not settled yet" : first.shown();
        return new Worth(grade, number ? first.outOfText() : "", lines, hidden);
    }
}
