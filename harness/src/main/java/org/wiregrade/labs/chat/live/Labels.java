package org.wiregrade.labs.chat.live;

import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.wiregrade.labs.chat.rule.ChatText;
import org.wiregrade.wire.Endpoint;

/** What a server puts in front of messages, as it was seen: right or wrong, it is taken off where it is not the question. */
public final class Labels {
    private static final Pattern DIGITS = Pattern.compile("\\d+");

    /** In characters; a pattern of thousands of pieces would be more than the stack holds. */
    private static final int LONGEST = 200;

    private static final int MOST_LENGTH_BYTES = 8;

    /** More shapes than a server with as many clients as are here has. */
    private static final int MOST = 100;

    private final Pattern pattern;
    private final String head;
    private final boolean right;

    /** Labels like those seen, whose digits may differ; {@code right} where each was its sender's own. */
    public Labels(Collection<String> seen, boolean right) {
        this.right = right;
        List<String> labels = seen.stream()
                .filter(label -> !label.isEmpty() && label.length() <= LONGEST)
                .distinct()
                .limit(MOST)
                .toList();
        pattern = Pattern.compile(
                labels.stream().map(Labels::shape).distinct().collect(Collectors.joining("|", "(?:", ")")));
        List<String> heads =
                labels.stream().map(Labels::constantHead).distinct().toList();
        head = heads.size() == 1 ? heads.get(0) : "";
    }

    private static String constantHead(String label) {
        return lengthBytes(label) > 0 ? "" : DIGITS.split(label, 2)[0];
    }

    /** How many bytes of the text's length stand in front of a label, as far as it looks like that. */
    private static int lengthBytes(String label) {
        int bracket = label.indexOf('[');
        return bracket > 0 && bracket <= MOST_LENGTH_BYTES && label.charAt(0) < ' ' ? bracket : 0;
    }

    /** Bytes of a length in front of a label differ with the text behind it. */
    private static String shape(String label) {
        int length = lengthBytes(label);
        if (length > 0) {
            return "[\\x00-\\x07][\\s\\S]{" + (length - 1) + "}" + shape(label.substring(length));
        }
        return DIGITS.splitAsStream(label).map(Pattern::quote).collect(Collectors.joining("\\d+"))
                + (label.matches("(?s).*\\d") ? "\\d+" : "");
    }

    /** The label that the lab asks for. */
    public static String of(Endpoint sender) {
        return "[" + sender + "] ";
    }

    /** Whether they are as the lab asks for, so that they tell the senders apart. */
    public boolean right() {
        return right;
    }

    /** A stream's text without labels and line ends. */
    public String strip(String stream) {
        return ChatText.withoutLineEnds(withoutLabels(stream));
    }

    /** Where all labels begin with the same words, the text is searched for these alone. */
    private String withoutLabels(String stream) {
        Matcher label = pattern.matcher(stream);
        if (head.isEmpty()) {
            return label.replaceAll("");
        }
        StringBuilder plain = new StringBuilder(stream.length());
        int rest = 0;
        for (int at = stream.indexOf(head); at >= 0; ) {
            int next = at + 1;
            if (label.region(at, stream.length()).lookingAt()) {
                plain.append(stream, rest, at);
                rest = label.end();
                next = rest;
            }
            at = stream.indexOf(head, next);
        }
        return plain.append(stream, rest, stream.length()).toString();
    }
}
