package org.wiregrade.labs.chat;

/** Bytes and texts as a failure shows them. */
final class Shown {
    private static final int MOST = 120;

    private Shown() {}

    /** A text in quotes, with control characters made visible and the middle of a long one left out. */
    static String of(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(point -> {
            switch (point) {
                case '\n' -> shown.append("\\n");
                case '\r' -> shown.append("\\r");
                case '\t' -> shown.append("\\t");
                default -> {
                    if (Character.isISOControl(point)) {
                        shown.append(String.format("\\x%02x", point));
                    } else {
                        shown.appendCodePoint(point);
                    }
                }
            }
        });
        int length = shown.length();
        return length <= MOST
                ? "“" + shown + "”"
                : "“" + shown.substring(0, MOST / 2) + " … " + shown.substring(length - MOST / 2) + "”";
    }
}
