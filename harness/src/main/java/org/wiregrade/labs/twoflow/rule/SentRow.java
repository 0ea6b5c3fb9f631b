package org.wiregrade.labs.twoflow.rule;

import java.nio.charset.StandardCharsets;

/**
 * A row as it was sent, right or wrong.
 *
 * @param from where it begins in its flow
 * @param bytes all that came before the next row, one character per byte
 */
public record SentRow(MessageRow row, int from, String bytes) {
    /** Whether it begins with exactly what the lab sends of this row. */
    public boolean isWhole() {
        return bytes.startsWith(row.bytes());
    }

    /** Whether it came whole, with nothing but line ends behind it. */
    public boolean isClean() {
        return isWhole() && bytes.substring(row.bytes().length()).isBlank();
    }

    String text() {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    /** The row's own bytes; of one that is not whole, all that came. */
    public Line line() {
        return new Line(row.toString(), from, from + (isWhole() ? row.bytes().length() : bytes.length()));
    }
}
