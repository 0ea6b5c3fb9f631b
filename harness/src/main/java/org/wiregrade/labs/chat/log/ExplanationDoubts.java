package org.wiregrade.labs.chat.log;

import static org.wiregrade.labs.chat.rule.ChatWords.WORDS;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.wiregrade.labs.chat.rule.ChatAssignment;
import org.wiregrade.labs.evidence.Quote;
import org.wiregrade.testbed.Doubt;

/** What makes an explanation look as if nobody had seen anything: none of the lab's words, or one sentence with other numbers. */
public final class ExplanationDoubts {
    private static final String KIND = "explanation";
    private static final int FEWEST = 3;

    /** Beginnings of words that are used of this lab, in English and Romanian; without marks above and below letters. */
    private static final Pattern OF_THE_LAB = Pattern.compile(
            "(?i)client|server|port|pa(?:ck|ch)et|stream|flux|log|jurnal|mes[as]|conn?e[cx]|tcp|wireshark|captu?r|ad+res"
                    + "|broadcast|socket|recv|fwd|prefi|utf|handshake|byt|octe|terminal|ip\\b");

    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private ExplanationDoubts() {}

    public static Optional<Doubt> of(String output) {
        List<String> sentences = sentences(output);
        if (sentences.size() < FEWEST) {
            return Optional.empty();
        }
        if (sentences.stream()
                .noneMatch(sentence -> OF_THE_LAB.matcher(sentence).find())) {
            return Optional.of(doubt("foreign", sentences));
        }
        long different = sentences.stream()
                .map(sentence ->
                        NUMBER.matcher(sentence.toLowerCase(Locale.ROOT)).replaceAll("#"))
                .distinct()
                .count();
        return different == 1 ? Optional.of(doubt("repeated", sentences)) : Optional.empty();
    }

    /** The explanation's sentences, by which it is known again. */
    public static List<String> sentences(String output) {
        return Explanation.of(output).sentences();
    }

    private static Doubt doubt(String name, List<String> sentences) {
        return new Doubt(
                KIND, WORDS.text("doubt.explanation." + name, Quote.text(sentences.get(0))), ChatAssignment.OUTPUT);
    }
}
