package org.wiregrade.report;

import java.util.List;
import java.util.function.ToIntFunction;
import org.wiregrade.policy.Calculation;

/** Grades by a policy as lines for a terminal. */
public final class CalculationText {
    private static final int MOST_WORDS = 90;

    private CalculationText() {}

    /** One person's calculation, line by line, with what only instructors read. */
    public static String steps(Calculation calculation) {
        StringBuilder text = new StringBuilder();
        text.append(Words.plain(calculation.who()))
                .append(", ")
                .append(calculation.lab())
                .append(
                        calculation.submission().isEmpty()
                                        || calculation.submission().equals(calculation.who())
                                ? ""
                                : " (" + Words.plain(calculation.submission()) + ")")
                .append(": ")
                .append(calculation.shown())
                .append('\n');
        int width = width(calculation.steps(), step -> step.words().length());
        for (Calculation.Step step : calculation.steps()) {
            String line = String.format("  %-" + width + "s  %10s", Words.plain(step.words()), step.points());
            text.append(line.stripTrailing()).append('\n');
        }
        calculation
                .differences()
                .forEach(each ->
                        text.append("  Override: ").append(Words.plain(each)).append('\n'));
        return text.toString();
    }

    /** All grades as a table. */
    public static String table(List<Calculation> calculations) {
        int width =
                Math.max(6, width(calculations, each -> Words.plain(each.who()).length()));
        String format = "%-" + width + "s  %-8s  %8s  %-16s  %s";
        StringBuilder text = new StringBuilder(String.format(format, "person", "lab", "grade", "handed in", "why")
                .stripTrailing());
        text.append('\n');
        for (Calculation each : calculations) {
            String why = String.join("; ", each.held().isEmpty() ? each.differences() : each.held());
            text.append(String.format(
                                    format,
                                    Words.plain(each.who()),
                                    each.lab(),
                                    each.shown(),
                                    each.state().words(),
                                    cut(Words.plain(why)))
                            .stripTrailing())
                    .append('\n');
        }
        long held = calculations.stream().filter(each -> !each.held().isEmpty()).count();
        return text.append(calculations.size())
                .append(calculations.size() == 1 ? " grade" : " grades")
                .append(held == 0 ? "" : ", " + held + " held until a person decides")
                .append('\n')
                .toString();
    }

    private static <T> int width(List<T> all, ToIntFunction<T> length) {
        return Math.max(1, all.stream().mapToInt(length).max().orElse(1));
    }

    private static String cut(String words) {
        return words.length() <= MOST_WORDS ? words : words.substring(0, MOST_WORDS - 1) + "…";
    }
}
