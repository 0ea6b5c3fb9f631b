package org.wiregrade.regions;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.patch.Patch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What differs between a template's given code and a student's copy of it.
 *
 * @param imports declarations that the student's copy has and the template has not
 * @param reordered whether the same code stands in another order
 * @param diff a unified diff where the code itself differs; else empty
 */
record OutsideChange(List<String> imports, boolean reordered, String diff) {
    // More lines than any given program has; comparing takes time with the square of what differs.
    private static final int LINES_COMPARED = 1_500;
    private static final int LINES_SHOWN = 120;
    private static final int CONTEXT = 2;

    /** Compares two files' outsides by their tokens, so that spaces, line breaks and comments do not count. */
    static OutsideChange between(Regions template, Regions student, List<Integer> order) throws JavaTokens.Unfinished {
        Imports given = Imports.of(JavaTokens.of(withPlaces(template, null)));
        Imports theirs = Imports.of(JavaTokens.of(withPlaces(student, order)));
        Set<String> added = new LinkedHashSet<>(theirs.declarations());
        added.removeAll(given.declarations());
        if (given.rest().equals(theirs.rest())) {
            return new OutsideChange(List.copyOf(added), false, "");
        }
        if (sorted(given.rest()).equals(sorted(theirs.rest()))) {
            return new OutsideChange(List.copyOf(added), true, "");
        }
        return new OutsideChange(List.copyOf(added), false, diff(template, student));
    }

    /** The outside as text, with a word of its own in each region's place. */
    private static String withPlaces(Regions regions, List<Integer> order) {
        StringBuilder text = new StringBuilder();
        for (Regions.Line line : regions.outside()) {
            if (line.region() >= 0) {
                text.append("region$")
                        .append(order == null ? line.region() : order.get(line.region()))
                        .append('\n');
            }
            text.append(line.text()).append('\n');
        }
        return text.toString();
    }

    private static List<String> sorted(List<String> tokens) {
        List<String> sorted = new ArrayList<>(tokens);
        Collections.sort(sorted);
        return sorted;
    }

    private static String diff(Regions template, Regions student) {
        List<String> before = lines(template);
        List<String> after = lines(student);
        Patch<String> patch = DiffUtils.diff(before, after, (a, b) -> bare(a).equals(bare(b)));
        List<String> diff = UnifiedDiffUtils.generateUnifiedDiff(
                "template/" + template.path(), "yours/" + student.path(), before, patch, CONTEXT);
        String shown = String.join("\n", diff.subList(0, Math.min(diff.size(), LINES_SHOWN)));
        return diff.size() <= LINES_SHOWN
                ? shown + "\n"
                : shown + "\n(and " + (diff.size() - LINES_SHOWN) + " more lines)\n";
    }

    private static List<String> lines(Regions regions) {
        return regions.outside().stream()
                .map(Regions.Line::text)
                .limit(LINES_COMPARED)
                .toList();
    }

    private static String bare(String line) {
        return line.replaceAll("\\s+", "");
    }
}
