package org.wiregrade.labs.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the harness's clients say: a text with a number, by which it is known wherever it turns up. */
record Greeting(int number) {
    static final String OPENING = "good day, ";
    private static final Pattern WORD = Pattern.compile("hello-(\\d+)!", Pattern.CASE_INSENSITIVE);

    /** One place in a stream where a greeting's word stands; {@code before} reaches back to the one before it. */
    record Sighting(int number, String before, String word) {}

    /** The part that no other text has: no spaces, so that it survives any trimming. */
    String word() {
        return "hello-" + number + "!";
    }

    /** The whole text, with spaces in it. */
    String text() {
        return OPENING + word();
    }

    /** Whether the word stands in a text, in whatever case. */
    boolean in(String text) {
        return text.toLowerCase(Locale.ROOT).contains(word());
    }

    /** Every greeting's word in a text, in order. */
    static List<Sighting> sightings(String text) {
        List<Sighting> found = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        for (int end = 0; matcher.find(); end = matcher.end()) {
            String digits = matcher.group(1);
            int number = digits.length() < 10 ? Integer.parseInt(digits) : -1;
            found.add(new Sighting(number, text.substring(end, matcher.start()), matcher.group()));
        }
        return found;
    }
}
