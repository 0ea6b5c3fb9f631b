package org.wiregrade.regions;

/**
 * A part of a program that belongs to the student: the lines between a start and an end marker.
 *
 * @param label what stands in brackets behind the start marker, such as {@code task: chat}; empty where the student lost
 *     it
 * @param line the start marker's line, 1-based
 * @param text the lines between the markers, each ended by a newline
 */
public record Region(String label, int line, String text) {
    /** Whether the lab asks for code here; the other regions are there for those who need them. */
    public boolean isTask() {
        return label.startsWith("task:");
    }

    /** Whether the student wrote anything here besides comments and lone semicolons. */
    public boolean filled() {
        try {
            return JavaTokens.of(text).stream().anyMatch(token -> !token.text().equals(";"));
        } catch (JavaTokens.Unfinished e) {
            return true;
        }
    }

    /** The region as messages name it. */
    String name() {
        return label.isEmpty() ? "that starts on line " + line : "(" + label + ")";
    }
}
