package org.wiregrade.labs.chat.live;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.wiregrade.testbed.Vocabulary;

/**
 * A text of a form that a program may take for something else, or change, where it does more with texts than hand them on.
 *
 * @param text without the newline at its end
 * @param newline whether it has one
 * @param times how often it is said in a row
 */
record OddText(String text, boolean newline, int times) {
    private static final List<String> LETTERS = List.of("a", "b", "k", "q", "w", "z", "ș", "é");
    private static final List<String> COMMANDS = List.of("exit", "quit", "bye", "stop", "list", "help", "end", "close");
    private static final int NUMBERS = 1000;

    static List<OddText> of(Vocabulary words) {
        List<OddText> texts = new ArrayList<>();
        String first = words.shortNoun("odd first", "tea");
        String second = words.noun("odd second", "window");
        texts.add(line(words.one("odd letter", LETTERS)));
        texts.add(line("[" + first + "] " + second));
        texts.add(line(first + "   " + second + "  " + first));
        texts.add(line("   " + second + " " + first + "  "));
        texts.add(line(words.one("odd command", COMMANDS)));
        texts.add(line("/" + words.one("odd slash", COMMANDS)));
        texts.add(line(first + " 100% %s %d \\n {0} $1 \"" + second + "\" '" + first + "'"));
        texts.add(line(second + ": " + first + " -> " + second + ", <" + first + ">"));
        texts.add(line(String.valueOf(words.number("odd number", NUMBERS))));
        texts.add(line(first + "\n" + second));
        texts.add(new OddText(first, true, 2));
        texts.add(line(second + "\t" + first));
        texts.add(new OddText(second, false, 1));
        texts.add(new OddText(words.one("odd last letter", LETTERS), false, 1));
        return texts;
    }

    private static OddText line(String text) {
        return new OddText(text, true, 1);
    }

    byte[] bytes() {
        return (newline ? text + "\n" : text).getBytes(StandardCharsets.UTF_8);
    }

    /** Its lines without what stands around each; servers may drop that. */
    List<String> lines() {
        return linesOf(text);
    }

    static List<String> linesOf(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
}
