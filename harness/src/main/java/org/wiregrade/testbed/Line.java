package org.wiregrade.testbed;

import java.nio.charset.StandardCharsets;

/** A line without its end, decoded when somebody looks at it: of what a relay logs, that is next to nothing. */
final class Line {
    private final int length;
    private byte[] bytes;
    private String text;

    Line(byte[] bytes) {
        this.bytes = bytes;
        this.length = bytes.length;
    }

    /** In bytes, as it was printed. */
    int length() {
        return length;
    }

    String text() {
        if (text == null) {
            boolean carriageReturn = length > 0 && bytes[length - 1] == '\r';
            text = new String(bytes, 0, carriageReturn ? length - 1 : length, StandardCharsets.UTF_8);
            bytes = null;
        }
        return text;
    }
}
