package org.wiregrade.labs.chat.log;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.wiregrade.labs.chat.rule.ChatText;
import org.wiregrade.labs.chat.wire.ReceivedText;

/** A message as a log shows it, which may be the text, Python's or another quoted form of it, or have its length beside. */
public record LoggedText(String raw) {
    private static final Pattern BYTES = Pattern.compile("(?<![\\w'\"])b(['\"])(.*)\\1");
    private static final Pattern QUOTED = Pattern.compile("^(['\"“„«])(.*)(['\"”»])$");
    private static final Pattern LABEL = Pattern.compile(
            "^(?:\\(?\\d+ ?(?:bytes?|B|octeți)\\)?|message|msg|data|text|payload|mesaj)\\s*[:=>-]*\\s*");
    private static final Pattern FOREIGN = Pattern.compile("[^\\x21-\\x3e\\x40-\\x7e]+");
    private static final Pattern ELLIPSIS = Pattern.compile("(?<=.{8})(?:\\.{3}|…)$");
    private static final Pattern LENGTH =
            Pattern.compile("\\s*[(\\[](?:len(?:gth)?\\s*[=:]\\s*)?\\d+(?: ?(?:bytes?|B|chars?|octeți))?[)\\]]$");

    /** Each text that this may stand for, the most literal first. */
    public List<String> readings() {
        Set<String> readings = new LinkedHashSet<>();
        addReadings(raw.strip(), readings);
        addReadings(LENGTH.matcher(raw.strip()).replaceFirst(""), readings);
        addReadings(LABEL.matcher(raw.strip()).replaceFirst(""), readings);
        return List.copyOf(readings);
    }

    private static void addReadings(String text, Set<String> readings) {
        readings.add(text);
        Matcher bytes = BYTES.matcher(text);
        if (bytes.find()) {
            readings.add(unescapeBytes(bytes.group(2)));
        }
        Matcher quoted = QUOTED.matcher(text);
        if (quoted.find()) {
            readings.add(quoted.group(2));
            readings.add(unescapeText(quoted.group(2)));
        }
    }

    /** Whether it says nothing. */
    boolean isBlank() {
        return readings().stream().anyMatch(String::isBlank);
    }

    /** Whether it stands for this text, white space aside. */
    public boolean mayBe(String text) {
        String wanted = ChatText.squeeze(text.replace('\u00A0', ' '));
        return keys().anyMatch(key -> key.equals(wanted)) || keys().anyMatch(key -> sameLetters(key, wanted));
    }

    /** Whether this text is part of it, white space aside. */
    boolean contains(String text) {
        String wanted = ChatText.squeeze(text);
        return keys().anyMatch(key -> key.contains(wanted) || skeleton(key).contains(skeleton(wanted)));
    }

    /** Whether it is part of what a client was sent. */
    boolean isIn(ReceivedText received) {
        return readings().stream()
                .map(reading -> ELLIPSIS.matcher(reading).replaceFirst(""))
                .map(ChatText::key)
                .anyMatch(key ->
                        received.key().contains(key) || skeleton(received.key()).contains(skeleton(key)));
    }

    Stream<String> keys() {
        return readings().stream().map(ChatText::squeeze);
    }

    /** Whether two texts differ only in what a console that knows no UTF-8 makes of other letters. */
    static boolean sameLetters(String one, String other) {
        return skeleton(one).equals(skeleton(other));
    }

    /** The text with each run of letters outside ASCII, or of the question marks printed for them, as one sign. */
    static String skeleton(String text) {
        return FOREIGN.matcher(text).replaceAll("�");
    }

    private static String unescapeBytes(String escaped) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < escaped.length(); i++) {
            char c = escaped.charAt(i);
            if (c == '\\' && i + 1 < escaped.length()) {
                int value = escape(escaped, i);
                bytes.write(value);
                i += escapeLength(escaped, i) - 1;
            } else {
                bytes.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
            }
        }
        return ChatText.decode(bytes.toByteArray());
    }

    private static String unescapeText(String escaped) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < escaped.length(); i++) {
            char c = escaped.charAt(i);
            if (c == '\\' && i + 1 < escaped.length()) {
                text.append((char) escape(escaped, i));
                i += escapeLength(escaped, i) - 1;
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

    /** The value of the escape sequence that begins with the backslash at {@code at}. */
    private static int escape(String text, int at) {
        return switch (text.charAt(at + 1)) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'x', 'u' -> {
                int length = escapeLength(text, at);
                yield length == 2 ? text.charAt(at + 1) : Integer.parseInt(text.substring(at + 2, at + length), 16);
            }
            default -> text.charAt(at + 1);
        };
    }

    private static int escapeLength(String text, int at) {
        int digits = text.charAt(at + 1) == 'x' ? 2 : text.charAt(at + 1) == 'u' ? 4 : 0;
        int end = at + 2 + digits;
        boolean hexadecimal =
                end <= text.length() && text.substring(at + 2, end).chars().allMatch(LoggedText::isHex);
        return hexadecimal ? 2 + digits : 2;
    }

    private static boolean isHex(int character) {
        return Character.digit(character, 16) >= 0 && character < 0x80;
    }
}
