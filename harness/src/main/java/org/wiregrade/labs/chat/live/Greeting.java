package org.wiregrade.labs.chat.live;

import java.util.Locale;

/**
 * What one of the harness's clients says: a text by which it is known wherever it turns up.
 *
 * @param opening what stands before the word, with spaces in it
 * @param word the part that no other text has
 */
public record Greeting(int number, String opening, String word) {
    /** One place in a stream where a greeting's word stands; {@code before} reaches back to the one before it. */
    public record Sighting(int number, String before, String word) {}

    /** The whole text. */
    public String text() {
        return opening + word;
    }

    /** Whether the word stands in a text, in whatever case. */
    public boolean in(String text) {
        return text.toLowerCase(Locale.ROOT).contains(word);
    }
}
