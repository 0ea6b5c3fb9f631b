package org.wiregrade.testbed;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the line in which a program says on which port it listens, without believing that there is such a port. */
final class Announcement {
    /** More than such a line has, in characters; in a longer one a pattern could look around for ever. */
    private static final int LONGEST = 1000;

    private static final int LAST_PORT = 65_535;
    private static final String GROUP = "(?<port>";

    private Announcement() {}

    /** Whether a line is one that a pattern describes. */
    static boolean is(String line, Pattern pattern) {
        return line.length() <= LONGEST && pattern.matcher(line).find();
    }

    /** Whether lines of a pattern have a port. */
    static boolean hasPort(Pattern pattern) {
        return pattern.pattern().contains(GROUP);
    }

    /** The port of such a line; empty where what it names is none. */
    static OptionalInt port(String line, Pattern pattern) {
        Matcher announced = pattern.matcher(line);
        if (!announced.find() || announced.group("port") == null) {
            return OptionalInt.empty();
        }
        try {
            int port = Integer.parseInt(announced.group("port"));
            return port >= 1 && port <= LAST_PORT ? OptionalInt.of(port) : OptionalInt.empty();
        } catch (NumberFormatException e) {
            return OptionalInt.empty();
        }
    }
}
