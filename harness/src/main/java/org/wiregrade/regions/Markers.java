package org.wiregrade.regions;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The comment lines that enclose a region, recognised however they are spaced, indented or capitalised. */
final class Markers {
    static final String END = "// <<< STUDENT CODE ENDS HERE";

    private static final Pattern START_LINE = Pattern.compile(
            "\\s*//\\s*>\\s*>\\s*>\\s*STUDENT\\s+CODE\\s+STARTS\\s+HERE\\s*(?:\\((.*)\\))?\\s*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern END_LINE =
            Pattern.compile("\\s*//\\s*<\\s*<\\s*<\\s*STUDENT\\s+CODE\\s+ENDS\\s+HERE\\b.*", Pattern.CASE_INSENSITIVE);

    private Markers() {}

    static String start(String label) {
        return "// >>> STUDENT CODE STARTS HERE (" + label + ")";
    }

    /** The label of a start marker, empty where it has none; nothing where the line is not a start marker. */
    static Optional<String> startLabel(String line) {
        Matcher marker = START_LINE.matcher(line);
        if (!marker.matches()) {
            return Optional.empty();
        }
        String label = marker.group(1) == null ? "" : marker.group(1);
        return Optional.of(label.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT));
    }

    static boolean isEnd(String line) {
        return END_LINE.matcher(line).matches();
    }
}
