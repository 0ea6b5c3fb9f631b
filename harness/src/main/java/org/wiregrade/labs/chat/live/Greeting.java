package org.wiregrade.labs.chat.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.wiregrade.labs.chat.rule.ChatText;

/** What the harness's clients say: a text with a number, by which it is known wherever it turns up. */
public record Greeting(int number) {
    static final String OPENING = "good day, ";
    private static final String HELLO = "hello";

    /** One place in a stream where a greeting's word stands; {@code before} reaches back to the one before it. */
    public record Sighting(int number, String before, String word) {}

    /** The part that no other text has: no spaces, so that it survives any trimming. */
    public String word() {
        return HELLO + "-" + number + "!";
    }

    /** The whole text, with spaces in it. */
    public String text() {
        return OPENING + word();
    }

    /** Whether the word stands in a text, in whatever case. */
    public boolean in(String text) {
        return text.toLowerCase(Locale.ROOT).contains(word());
    }

    /** Every greeting's word in a text, in order; in whatever case. */
    public static List<Sighting> sightings(String text) {
        List<Sighting> found = new ArrayList<>();
        int end = 0;
        // A stream of long messages has few of these, and is searched quickly for them.
        for (int dash = text.indexOf('-'); dash >= 0; dash = text.indexOf('-', dash + 1)) {
            int start = dash - HELLO.length();
            int mark = dash + 1;
            while (mark < text.length() && ChatText.isDigit(text.charAt(mark))) {
                mark++;
            }
            boolean word = start >= end
                    && text.regionMatches(true, start, HELLO, 0, HELLO.length())
                    && mark > dash + 1
                    && mark < text.length()
                    && text.charAt(mark) == '!';
            if (word) {
                String digits = text.substring(dash + 1, mark);
                int number = digits.length() < 10 ? Integer.parseInt(digits) : -1;
                found.add(new Sighting(number, text.substring(end, start), text.substring(start, mark + 1)));
                end = mark + 1;
            }
        }
        return found;
    }
}
