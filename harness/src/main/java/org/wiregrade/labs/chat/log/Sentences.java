package org.wiregrade.labs.chat.log;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wiregrade.labs.chat.rule.ChatText;

/** Counts sentences of English and Romanian; where a count may be disputed there is a lower and an upper one. */
final class Sentences {
    private static final int FEWEST_WORDS = 3;
    private static final int LONGEST_ABBREVIATION = 24;
    private static final int LONGEST_BEGINNING = 40;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}'’.:_/\\-]*");
    private static final Pattern ENDED = Pattern.compile("(?s).*[.!?…][)\\]\"'”»]*\\s*");

    /** Abbreviations that no sentence ends with. */
    private static final Pattern GOES_ON = Pattern.compile(
            "(?s).*(?:^|[\\s(])(?:e\\.g|i\\.e|eg|ie|vs|cf|fig|figs|nr|pp|pag"
                    + "|approx|ca|cca|aprox|ex|d\\.e|de ex|adr|ref|dr|mr|mrs|(?<!\\d\\s?)ms|dl|dna|prof|ing)\\.\\s*",
            Pattern.CASE_INSENSITIVE);

    /** Abbreviations, and names of one letter, that may stand at a sentence's end or inside it. */
    private static final Pattern MAY_GO_ON = Pattern.compile(
            "(?s).*(?:^|[\\s(])(?:etc|ș\\.a|ş\\.a|ș\\.a\\.m\\.d|ş\\.a\\.m\\.d|ș\\.cl|a\\.m|p\\.m|min|sec|max|\\p{Lu})\\.\\s*",
            Pattern.CASE_INSENSITIVE);

    /** An end: marks, what closes, and blanks where there are any. */
    private static final Pattern END = Pattern.compile("[.!?…]+[)\\]\"'”»]*\\s*");

    /** A large letter, a number, what opens, or a filter's field such as {@code tcp.port}; a small letter begins no sentence. */
    private static final Pattern BEGINS = Pattern.compile(
            "^(?:[\\p{Lu}\\p{Lt}\\p{Lo}\\p{N}]|[^\\p{L}\\p{N}\\s,;:)]+[\\p{L}\\p{N}]|\\p{Ll}+(?:[._]\\p{Ll}+)+\\b)");

    /** Behind it also a small letter may begin a sentence, where somebody writes none but small ones. */
    private static final Pattern PLAIN_STOP = Pattern.compile("[.!…]+\\s+");

    private static final Pattern FORGOTTEN = Pattern.compile("\\p{Ll}{3,}[.!?][)\"”»]*\\p{Lu}\\p{Ll}*\\s");

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

    /** The sentences of a paragraph; strict ones are split only where nobody can dispute it. */
    static List<String> split(String paragraph, boolean strict) {
        List<String> sentences = new ArrayList<>();
        Matcher end = END.matcher(paragraph);
        int from = 0;
        while (end.find()) {
            if (isEnd(paragraph, from, end, strict)) {
                sentences.add(paragraph.substring(from, end.end()));
                from = end.end();
            }
        }
        sentences.add(paragraph.substring(from));
        return sentences;
    }

    /** Whether what follows begins another sentence; where that may be disputed, only what is not strict says so. */
    private static boolean isEnd(String paragraph, int from, Matcher end, boolean strict) {
        String next = paragraph.substring(end.end(), Math.min(paragraph.length(), end.end() + LONGEST_BEGINNING));
        if (next.isEmpty()) {
            return true;
        }
        CharSequence before = paragraph.substring(Math.max(from, end.end() - LONGEST_ABBREVIATION), end.end());
        if (!WORD.matcher(before).find()
                || GOES_ON.matcher(before).matches()
                || (strict && MAY_GO_ON.matcher(before).matches())) {
            return false;
        }
        boolean blank = Character.isWhitespace(end.group().charAt(end.group().length() - 1));
        if (!blank) {
            // Somebody forgot it, or it is a file's, a method's or an address's.
            return !strict && FORGOTTEN.matcher(before + next).find();
        }
        return BEGINS.matcher(next).find()
                || (!strict
                        && PLAIN_STOP.matcher(end.group()).matches()
                        && !MAY_GO_ON.matcher(before).matches());
    }

    private static long words(CharSequence text) {
        return WORD.matcher(text).results().count();
    }
}
