package lab;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The options of a command line, written as {@code --name value}. */
public final class Options {
    private static final int HIGHEST_PORT = 65_535;

    private final Map<String, String> given;

    private Options(Map<String, String> given) {
        this.given = given;
    }

    /**
     * Reads a command line.
     *
     * @param known the names that the program understands
     * @throws IllegalArgumentException with a sentence for the person at the terminal
     */
    public static Options of(String[] args, String... known) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < args.length; i += 2) {
            if (!List.of(known).contains(args[i])) {
                throw new IllegalArgumentException(
                        "Unknown option " + args[i] + ". The options are: " + String.join(", ", known));
            }
            if (i + 1 == args.length) {
                throw new IllegalArgumentException("The option " + args[i] + " needs a value behind it");
            }
            given.put(args[i], args[i + 1]);
        }
        return new Options(given);
    }

    /** An option's value, or the one to use where it is not on the command line. */
    public String text(String name, String otherwise) {
        return given.getOrDefault(name, otherwise);
    }

    /** A number from 0 to {@code highest}. */
    public int number(String name, int highest, int otherwise) {
        String value = given.get(name);
        if (value == null) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= 0 && number <= highest) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Not a number: the same mistake as one that is out of range.
        }
        throw new IllegalArgumentException(
                "The option " + name + " needs a number from 0 to " + highest + ", not " + value);
    }

    /** A TCP port; 0 asks the system for any free one. */
    public int port(String name, int otherwise) {
        return number(name, HIGHEST_PORT, otherwise);
    }
}
