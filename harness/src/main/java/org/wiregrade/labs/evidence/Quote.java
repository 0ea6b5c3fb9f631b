package org.wiregrade.labs.evidence;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Quotes what a student wrote or sent, short and on one line. */
public final class Quote {
    private static final int LONGEST = 100;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private static final int BYTES_SHOWN = 12;

    private Quote() {}

    /** The text in quotation marks, its line ends as {@code ⏎}, other control characters visible, cut where it is long. */
    public static String text(String text) {
        String line = CONTROL.matcher(
                        text.replace("\r\n", "⏎").replace('\n', '⏎').replace('\r', '⏎'))
                .replaceAll(control ->
                        String.format("\\\\x%02x", (int) control.group().charAt(0)));
        return "“" + (line.length() > LONGEST ? cut(line) + "…" : line) + "”";
    }

    /** Bytes as UTF-8; where they are none, with the first of them in hexadecimal digits. */
    public static String bytes(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.indexOf('\uFFFD') < 0) {
            return text(text);
        }
        int shown = Math.min(BYTES_SHOWN, bytes.length);
        return text(text) + " (hex " + HexFormat.ofDelimiter(" ").formatHex(bytes, 0, shown)
                + (shown < bytes.length ? " …)" : ")");
    }

    /** A file's name. */
    public static String name(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.length() > 2 * LONGEST ? name.substring(0, 2 * LONGEST) + "…" : name;
    }

    private static String cut(String line) {
        int end = Character.isHighSurrogate(line.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return line.substring(0, end);
    }

    /** {@code 1 stream}, {@code 3 streams}; the plural is made with an s. */
    public static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
