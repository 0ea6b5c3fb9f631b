package org.wiregrade.labs.chat.live;

import java.util.ArrayList;
import java.util.List;
import org.wiregrade.labs.chat.live.Greeting.Sighting;
import org.wiregrade.labs.chat.rule.ChatText;
import org.wiregrade.testbed.Vocabulary;
import org.wiregrade.testbed.Vocabulary.Numbered;

/** The form of what the harness's clients say in one run: an opening, and a word with a number in it. */
public record Greetings(String opening, Numbered words) {
    private static final List<String> OPENINGS = List.of(
            "good day, ",
            "good morning, ",
            "how are you, ",
            "so there you are, ",
            "did you see this, ",
            "a short question, ",
            "see you at noon, ",
            "what a long way, ",
            "nice to read you, ",
            "one more thing, ",
            "as we said, ",
            "by the way, ",
            "not bad at all, ",
            "who is next, ",
            "it works here, ",
            "no hurry, ",
            "that was quick, ",
            "read this first, ");

    static Greetings of(Vocabulary words) {
        return new Greetings(words.one("chat opening", OPENINGS), words.numbered("chat"));
    }

    public Greeting of(int number) {
        return new Greeting(number, opening, words.of(number));
    }

    /** Every greeting's word in a text, in order; in whatever case. */
    public List<Sighting> sightings(String text) {
        List<Sighting> found = new ArrayList<>();
        String head = words.word();
        int end = 0;
        // A stream of long messages has few of these, and is searched quickly for them.
        for (int dash = text.indexOf(words.separator()); dash >= 0; dash = text.indexOf(words.separator(), dash + 1)) {
            int start = dash - head.length();
            int mark = dash + 1;
            while (mark < text.length() && ChatText.isDigit(text.charAt(mark))) {
                mark++;
            }
            boolean word = start >= end
                    && text.regionMatches(true, start, head, 0, head.length())
                    && mark > dash + 1
                    && text.startsWith(words.end(), mark);
            if (word) {
                String digits = text.substring(dash + 1, mark);
                int number = digits.length() < 10 ? Integer.parseInt(digits) - words.offset() : -1;
                found.add(new Sighting(number, text.substring(end, start), text.substring(start, mark + 1)));
                end = mark + 1;
            }
        }
        return found;
    }
}
