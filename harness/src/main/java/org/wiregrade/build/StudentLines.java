package org.wiregrade.build;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.wiregrade.regions.Region;
import org.wiregrade.regions.Regions;
import org.wiregrade.regions.TransplantedSource;
import org.wiregrade.submission.Unusable;

/** Finds, for lines of what is compiled, the lines of the file that the student knows. */
final class StudentLines {
    private final String path;
    private final Map<Integer, Integer> studentLine = new HashMap<>();

    private StudentLines(String path) {
        this.path = path;
    }

    static StudentLines of(TransplantedSource source) {
        var lines = new StudentLines(source.path());
        try {
            for (Region compiled : Regions.of(source.path(), source.text()).regions()) {
                source.region(compiled.label()).ifPresent(student -> lines.add(compiled, student));
            }
        } catch (Unusable e) {
            throw new IllegalStateException("a transplanted source has regions: " + e.problem(), e);
        }
        return lines;
    }

    /** Lines that were carried into a region stand at its top and have no counterpart. */
    private void add(Region compiled, Region student) {
        long carried = compiled.text().lines().count() - student.text().lines().count();
        for (int i = 1; i <= student.text().lines().count(); i++) {
            studentLine.put((int) (compiled.line() + carried + i), student.line() + i);
        }
    }

    /** Javac's words with the line numbers of the student's own file. */
    String translate(String diagnostics) {
        Pattern place = Pattern.compile("^(" + Pattern.quote(path) + "):(\\d+):", Pattern.MULTILINE);
        return place.matcher(diagnostics).replaceAll(this::translate);
    }

    /** The line of the student's own file; of one that is none of the student's, the same. */
    int of(int line) {
        return studentLine.getOrDefault(line, line);
    }

    private String translate(MatchResult place) {
        return path.replace("$", "\\$") + ":" + of(Integer.parseInt(place.group(2))) + ":";
    }
}
