package org.wiregrade.regions;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The first step of a Java compiler: unicode escapes become the characters they stand for (JLS 3.3). */
final class UnicodeEscapes {
    // A pair of backslashes is an escaped backslash, which begins no unicode escape.
    private static final Pattern ESCAPE = Pattern.compile("\\\\\\\\|\\\\u+([0-9a-fA-F]{4})");

    private UnicodeEscapes() {}

    static String translate(String source) {
        return ESCAPE.matcher(source)
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group(1) == null
                                ? found.group()
                                : Character.toString(Integer.parseInt(found.group(1), 16))));
    }
}
