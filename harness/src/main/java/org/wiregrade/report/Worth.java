package org.wiregrade.report;

import java.util.List;
import java.util.Set;

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
}
