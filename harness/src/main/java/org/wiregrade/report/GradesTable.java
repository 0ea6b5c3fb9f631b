package org.wiregrade.report;

import java.util.Collection;
import org.wiregrade.grade.Grade;
import org.wiregrade.results.Flag;

/** The class's grades as a table for a terminal. */
public final class GradesTable {
    private static final int MOST_NAME = 32;
    private static final int MOST_WORDS = 76;
    private static final int MOST_FLAG = 200;

    private GradesTable() {}

    public static String of(Collection<Grade> grades) {
        int width =
                grades.stream().mapToInt(grade -> shown(grade).length()).max().orElse(0);
        String format = "%-" + Math.max(width, 10) + "s  %7s  %6s  %s%n";
        StringBuilder table = new StringBuilder(String.format(format, "submission", "points", "%", "first failure"));
        for (Grade grade : grades) {
            table.append(String.format(
                    format,
                    shown(grade),
                    grade.earned() + "/" + grade.possible(),
                    grade.percent(),
                    (grade.needsPerson() ? "LOOK " : "") + cut(Words.plain(grade.firstFailure()), MOST_WORDS)));
        }
        long look = grades.stream().filter(grade -> grade.needsPerson()).count();
        double mean = grades.stream().mapToDouble(Grade::percent).average().orElse(0);
        return table.append(flags(grades))
                .append(String.format("%d submissions, mean %.1f %%", grades.size(), mean))
                .append(look == 0 ? "" : ", " + look + " need a person (LOOK)")
                .append(System.lineSeparator())
                .toString();
    }

    /** What a person should look at; what several submissions share is told at the first. */
    private static String flags(Collection<Grade> grades) {
        StringBuilder lines = new StringBuilder();
        int flagged = 0;
        for (Grade grade : grades) {
            flagged += grade.flags().isEmpty() ? 0 : 1;
            for (Flag flag : grade.flags()) {
                if (flag.with().isEmpty()
                        || grade.submission().compareTo(flag.with().get(0)) < 0) {
                    String words = Words.plain(flag.words() + " (" + flag.where() + ")");
                    lines.append(String.format("  %s: %s%n", shown(grade), cut(words, MOST_FLAG)));
                }
            }
        }
        return flagged == 0 ? "" : String.format("evidence of %d to look at, which costs no point:%n", flagged) + lines;
    }

    private static String shown(Grade grade) {
        return cut(Words.plain(grade.submission()), MOST_NAME);
    }

    private static String cut(String text, int most) {
        String line = text.replace('\n', ' ');
        return line.length() <= most ? line : line.substring(0, most - 1) + "…";
    }
}
