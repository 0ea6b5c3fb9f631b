package org.wiregrade.labs.chat.log;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.wiregrade.labs.chat.rule.ChatText;

/** Counts sentences of English and Romanian; where a count may be disputed there is a lower and an upper one. */
final class Sentences {
    private static final int FEWEST_WORDS = 3;
    private static final int LONGEST_ABBREVIATION = 24;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}'’.:_/\\-]*");
    private static final Pattern ENDED = Pattern.compile("(?s).*[.!?…][)\\]\"'”»]*\\s*");

    /** Abbreviations that no sentence ends with. */
    private static final Pattern GOES_ON = Pattern.compile(
            "(?s).*(?:^|[\\s(])(?:e\\.g|i\\.e|eg|ie|vs|cf|fig|figs|nr|pp|pag"
                    + "|approx|ex|d\\.e|de ex|adr|ref|dr|mr|mrs|ms|dl|dna|prof|ing)\\.\\s*",
            Pattern.CASE_INSENSITIVE);

    /** Abbreviations, and names of one letter, that may stand at a sentence's end or inside it. */
    private static final Pattern MAY_GO_ON = Pattern.compile(
            "(?s).*(?:^|[\\s(])(?:etc|ș\\.a|ş\\.a|ș\\.a\\.m\\.d|ş\\.a\\.m\\.d|ș\\.cl|a\\.m|p\\.m|min|sec|max|\\p{Lu})\\.\\s*",
            Pattern.CASE_INSENSITIVE);

    private Sentences() {}

    /** Different sentences that have an end, none split at what may be an abbreviation. */
    static int certain(List<String> paragraphs) {
        return count(paragraphs, true);
    }

    /** Different sentences, also such as lack their full stop. */
    static int possible(List<String> paragraphs) {
        return count(paragraphs, false);
    }

    private static int count(List<String> paragraphs, boolean strict) {
        Set<String> different = new HashSet<>();
        for (String paragraph : paragraphs) {
            for (String sentence : split(paragraph, strict)) {
                if (words(sentence) >= FEWEST_WORDS
                        && (!strict || ENDED.matcher(sentence).matches())) {
                    different.add(ChatText.squeeze(sentence).toLowerCase(Locale.ROOT));
                }
            }
        }
        return different.size();
    }

    private static List<String> split(String paragraph, boolean strict) {
        BreakIterator boundaries = BreakIterator.getSentenceInstance(Locale.ROOT);
        boundaries.setText(paragraph);
        List<String> sentences = new ArrayList<>();
        StringBuilder current = new StringBuilder();
        int start = boundaries.first();
        for (int end = boundaries.next(); end != BreakIterator.DONE; start = end, end = boundaries.next()) {
            String part = paragraph.substring(start, end);
            if (current.length() > 0 && !goesOn(current, part, strict)) {
                sentences.add(current.toString());
                current.setLength(0);
            }
            current.append(part);
        }
        sentences.add(current.toString());
        return sentences;
    }

    /** Whether what follows belongs to the same sentence, although a boundary was seen. */
    private static boolean goesOn(CharSequence before, String next, boolean strict) {
        CharSequence end = before.subSequence(Math.max(0, before.length() - LONGEST_ABBREVIATION), before.length());
        return Character.isLowerCase(next.codePointAt(0))
                || !WORD.matcher(end).find()
                || GOES_ON.matcher(end).matches()
                || (strict && MAY_GO_ON.matcher(end).matches());
    }

    private static long words(CharSequence text) {
        return WORD.matcher(text).results().count();
    }
}
