package org.wiregrade.labs.twoflow.live;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a client printed of what it received: each piece behind a prefix, over several lines where newlines are in it, and between
 * them whatever the programs print for themselves.
 *
 * @param lines the whole output
 */
public record PrintedPieces(List<String> lines, String prefix) {
    /** The given code reads no more at a time; a line of more is not its own. */
    private static final int LONGEST = 4096;

    public PrintedPieces {
        lines = List.copyOf(lines);
    }

    /**
     * Whether a text came, cut into pieces anywhere.
     *
     * <p>A line right behind a piece may be the rest of it or a line of the program's own, so both are tried.
     *
     * @param text without newlines
     */
    public boolean have(String text) {
        Set<Integer> come = new TreeSet<>();
        boolean mayGoOn = false;
        for (String line : lines) {
            boolean begins = line.startsWith(prefix);
            mayGoOn = begins || (mayGoOn && !line.startsWith("["));
            if (mayGoOn) {
                String part = line.substring(begins ? prefix.length() : 0, Math.min(line.length(), LONGEST));
                Set<Integer> now = begins ? new TreeSet<>() : new TreeSet<>(come);
                come.forEach(from -> goOn(text, from, part, now));
                begin(text, part, begins ? part.length() : 0, now);
                come = now;
            }
            if (come.contains(text.length())) {
                return true;
            }
        }
        return false;
    }

    /** Where the text is after this part, if it is the next of it. */
    private static void goOn(String text, int from, String part, Set<Integer> now) {
        String rest = text.substring(from);
        if (part.startsWith(rest)) {
            now.add(text.length());
        } else if (rest.startsWith(part)) {
            now.add(from + part.length());
        }
    }

    /** How much of the text may begin in this part, no later than at its character {@code latest}. */
    private static void begin(String text, String part, int latest, Set<Integer> now) {
        for (int at = 0; at <= Math.min(latest, part.length() - 1); at++) {
            goOn(text, 0, part.substring(at), now);
        }
    }
}
