package org.wiregrade.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gradescope's {@code submission_metadata.yml}: whose the folders {@code submission_N} are. */
final class Gradescope {
    static final String FILE = "submission_metadata.yml";

    private static final long LARGEST = 64L << 20;
    private static final Pattern SUBMISSION = Pattern.compile("['\"]?(submission_\\d+)['\"]?:\\s*");
    private static final Pattern SECTION = Pattern.compile("  :?([a-z_]+):.*");
    private static final Pattern FIELD = Pattern.compile("  (?:- |  )\\s*:?(name|email|sid):\\s*(.*?)\\s*");

    private Gradescope() {}

    /**
     * The names of the submitters by folder; several are joined by a plus sign.
     *
     * <p>Only the few lines that name submitters are read, since the file's other values (results, history) are many and
     * may be anything.
     */
    static Map<String, String> submitters(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new IOException(file + " is too large to be a " + FILE);
        }
        Map<String, String> names = new LinkedHashMap<>();
        String folder = null;
        boolean inSubmitters = false;
        for (String line : Files.readString(file, StandardCharsets.UTF_8).split("\r?\n")) {
            Matcher submission = SUBMISSION.matcher(line);
            Matcher section = SECTION.matcher(line);
            Matcher field = FIELD.matcher(line);
            if (submission.matches()) {
                folder = submission.group(1);
                inSubmitters = false;
            } else if (section.matches()) {
                inSubmitters = section.group(1).equals("submitters");
            } else if (folder != null
                    && inSubmitters
                    && field.matches()
                    && field.group(1).equals("name")) {
                names.merge(folder, unquoted(field.group(2)), (one, other) -> one + "+" + other);
            }
        }
        return names;
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() > 1
                && (value.charAt(0) == '\'' || value.charAt(0) == '"')
                && value.charAt(value.length() - 1) == value.charAt(0);
        if (!quoted) {
            return value;
        }
        String inner = value.substring(1, value.length() - 1);
        return value.charAt(0) == '\'' ? inner.replace("''", "'") : inner;
    }
}
