package org.wiregrade.labs.chat.live;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wiregrade.labs.chat.rule.ChatText;

/** Takes apart what a client got in the load test. */
final class LoadTexts {
    private static final int MOST_DIGITS = 4;
    private static final Pattern LABEL = Pattern.compile("\\[(\\d+\\.\\d+\\.\\d+\\.\\d+:\\d+)\\] ");

    private LoadTexts() {}

    /** Where the digits begin that end at a place. */
    static int digitsBefore(String text, int end) {
        int start = end;
        while (start > 0 && end - start < MOST_DIGITS && ChatText.isDigit(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    static boolean isLetter(String text, int place, char letter) {
        return place >= 0 && Character.toLowerCase(text.charAt(place)) == letter;
    }

    /** The texts by the address in the label in front of them; all together where the labels are not the right ones. */
    static Map<String, String> bySender(String stream, Labels labels) {
        Map<String, StringBuilder> texts = new HashMap<>();
        if (!labels.right()) {
            return Map.of("", labels.strip(stream));
        }
        String sender = "";
        int end = 0;
        Matcher label = LABEL.matcher(stream);
        for (int at = stream.indexOf('['); at >= 0; at = stream.indexOf('[', Math.max(at + 1, end))) {
            if (label.region(at, stream.length()).lookingAt()) {
                texts.computeIfAbsent(sender, key -> new StringBuilder()).append(stream, end, at);
                sender = label.group(1);
                end = label.end();
            }
        }
        texts.computeIfAbsent(sender, key -> new StringBuilder()).append(stream, end, stream.length());
        Map<String, String> plain = new HashMap<>();
        texts.forEach((address, text) -> plain.put(address, ChatText.withoutLineEnds(text.toString())));
        return plain;
    }
}
