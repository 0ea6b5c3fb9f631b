package org.wiregrade.labs.chat.rule;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What bytes and texts of the chat mean, however they were cut and logged. */
public final class ChatText {
    private ChatText() {}

    /** Bytes as the lab asks servers to read them: UTF-8, undecodable ones dropped. */
    public static String decode(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.IGNORE)
                    .onUnmappableCharacter(CodingErrorAction.IGNORE)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalStateException("a decoder that ignores errors met one", e);
        }
    }

    /**
     * The text without white space and replacement characters: what stays equal whether a server keeps, strips or adds
     * line ends, and wherever TCP cuts.
     */
    public static String squeeze(String text) {
        StringBuilder key = new StringBuilder(text.length());
        text.chars().filter(c -> c > ' ' && c != '\uFFFD' && c != '\uFEFF').forEach(c -> key.append((char) c));
        return key.toString();
    }

    /** The squeezed text as one character per UTF-8 byte, to be looked for in the bytes of a stream. */
    public static String key(String text) {
        return new String(squeeze(text).getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    /**
     * Whether a text came, be it all in capitals or all in small letters, which is the question of another check; a capital
     * may be two letters (ß, SS) or have another small one (ı, I, i), so that neither form alone is enough.
     */
    public static boolean cameInAnyCase(String came, String text) {
        return came.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT))
                || came.contains(text.toUpperCase(Locale.ROOT));
    }

    /** The text in one line, which servers may keep, strip or end in a way of their own. */
    public static String withoutLineEnds(String text) {
        return without('\r', without('\n', text));
    }

    private static String without(char letter, String text) {
        int at = text.indexOf(letter);
        if (at < 0) {
            return text;
        }
        StringBuilder rest = new StringBuilder(text.length()).append(text, 0, at);
        for (int next; at >= 0; at = next) {
            next = text.indexOf(letter, at + 1);
            rest.append(text, at + 1, next < 0 ? text.length() : next);
        }
        return rest.toString();
    }

    /** Whether it is one of the ten digits in which the harness writes its numbers. */
    public static boolean isDigit(char letter) {
        return letter >= '0' && letter <= '9';
    }
}
