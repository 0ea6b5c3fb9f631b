package org.wiregrade.labs.chat.log;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The prose of a server output file: what is left without log lines, commands, headings and fences. */
record Explanation(List<String> paragraphs, List<String> looseParagraphs) {
    private static final int LONGEST_LINE = 20_000;
    private static final Pattern BULLET =
            Pattern.compile("^(?:[-*•–+·▪●◦‣\\uF0A7\\uF0B7]|\\(?\\d{1,2}[.)]|[a-z][.)])\\s+(?=\\S)");
    private static final Pattern FURNITURE =
            Pattern.compile("^(?:#.*|[=_*~.\\- ]{3,}|```.*|<!--.*|at [\\w.$/]+\\(.*|.{0,80}:)$");
    private static final Pattern MARKUP = Pattern.compile("[*_`]{1,3}");
    private static final Pattern ENDED = Pattern.compile(".*[.!?…][)\"'”*_`]*$");

    private static final int WORDS_OF_A_SENTENCE = 4;

    Explanation {
        paragraphs = List.copyOf(paragraphs);
        looseParagraphs = List.copyOf(looseParagraphs);
    }

    /**
     * Splits a file's text into the prose that is certainly meant as one sentence after the other, lines joined, and the
     * most that could be meant, each line that begins like a sentence for itself.
     */
    static Explanation of(String text) {
        List<String> lines = text.lines().map(Explanation::start).toList();
        return new Explanation(paragraphs(lines, false), paragraphs(lines, true));
    }

    private static String start(String line) {
        return line.substring(0, Math.min(LONGEST_LINE, line.length())).strip();
    }

    private static List<String> paragraphs(List<String> lines, boolean loose) {
        List<String> paragraphs = new ArrayList<>();
        StringBuilder current = new StringBuilder();
        boolean fenced = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            fenced ^= line.startsWith("```");
            boolean prose = !fenced && isProse(line) && (!isInsideLog(lines, i) || (loose && isSentenceLike(line)));
            String words = prose ? words(line) : "";
            boolean begins = !prose || BULLET.matcher(line).find() || (loose && startsAnew(current, words));
            if (begins && current.length() > 0) {
                paragraphs.add(current.toString());
                current.setLength(0);
            }
            current.append(current.length() > 0 && !words.isEmpty() ? " " : "").append(words);
        }
        if (current.length() > 0) {
            paragraphs.add(current.toString());
        }
        return paragraphs;
    }

    private static boolean isProse(String line) {
        return !line.isEmpty()
                && !FURNITURE.matcher(line).matches()
                && !ServerLog.isLogLine(line)
                && !StartCommand.isCommandLine(line);
    }

    private static String words(String line) {
        return MARKUP.matcher(BULLET.matcher(line).replaceFirst("")).replaceAll("");
    }

    private static boolean startsAnew(CharSequence current, String words) {
        return !words.isEmpty()
                && Character.isUpperCase(words.codePointAt(0))
                && !ENDED.matcher(current).matches();
    }

    private static boolean isSentenceLike(String line) {
        return Character.isUpperCase(line.codePointAt(0))
                && ENDED.matcher(line).matches()
                && line.split("\\s+").length >= WORDS_OF_A_SENTENCE;
    }

    /** Whether log lines stand right before and behind, so that this is the rest of a message that had several lines. */
    private static boolean isInsideLog(List<String> lines, int at) {
        return at > 0
                && at + 1 < lines.size()
                && ServerLog.isLogLine(lines.get(at - 1))
                && ServerLog.isLogLine(lines.get(at + 1));
    }

    /** Its sentences, each with at least two letters. */
    List<String> sentences() {
        return paragraphs.stream()
                .flatMap(paragraph -> Sentences.split(paragraph, false).stream())
                .map(String::strip)
                .filter(sentence -> sentence.chars().filter(Character::isLetter).count() > 1)
                .toList();
    }

    /** The fewest sentences that a reader may count. */
    int fewest() {
        return Sentences.certain(paragraphs);
    }

    /** The most sentences that a reader may count. */
    int most() {
        return Math.max(fewest(), Sentences.possible(looseParagraphs));
    }
}
