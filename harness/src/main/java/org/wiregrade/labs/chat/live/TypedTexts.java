package org.wiregrade.labs.chat.live;

import java.util.List;
import java.util.Locale;
import org.wiregrade.testbed.Vocabulary;

/**
 * What is typed into the client and what is answered; an answer that can be made of the typed line need not have come from
 * the server.
 *
 * @param plain the part of the answer that no wrong decoding changes
 */
record TypedTexts(String typed, String answer, String plain) {
    private static final List<String> PHRASES = List.of(
            "bună ziua, ",
            "până mâine, ",
            "vă ascult, ",
            "încă o dată, ",
            "cât e ceasul, ",
            "ce mai faceți, ",
            "și noi la fel, ",
            "așa se face, ");

    /** A line as one types it, and an answer in capitals. */
    static TypedTexts first(Vocabulary words) {
        String plain = words.numbered("answer").of(1).toUpperCase(Locale.ROOT);
        String phrase = words.one("answer phrase", PHRASES).toUpperCase(Locale.ROOT);
        return new TypedTexts(
                words.one("typed phrase", PHRASES) + words.numbered("typed").of(1), phrase + plain, plain);
    }

    /** A line with blanks and signs in it, and a shorter answer that is no pattern. */
    static TypedTexts second(Vocabulary words) {
        String plain = words.number("answer percent", 100) + "% " + words.shortNoun("answer short", "tea");
        String typed = words.noun("typed noun", "[river]") + "  \"100% \\n %s\"   "
                + words.numbered("typed").of(2);
        return new TypedTexts(typed, plain, plain);
    }

    /** A line to which no answer comes. */
    static TypedTexts last(Vocabulary words) {
        return new TypedTexts(words.numbered("typed").of(3), "", "");
    }

    /** Lines of the client without what was typed and answered, and without addresses, whose numbers are no times. */
    List<String> without(List<String> lines) {
        return lines.stream()
                .map(line -> line.replace(answer, " ").replace(plain, " ").replace(typed, " "))
                .map(line -> line.replaceAll("\\d+\\.\\d+\\.\\d+\\.\\d+:\\d+", " "))
                .toList();
    }
}
