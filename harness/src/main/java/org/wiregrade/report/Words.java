package org.wiregrade.report;

/** Makes text that a submission may have written safe to show. */
public final class Words {
    private Words() {}

    /** The text with control characters, which could drive a terminal, replaced by visible signs. */
    public static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (point == '\n' || point == '\t') {
                plain.appendCodePoint(point);
            } else if (point < 0x20) {
                plain.appendCodePoint(0x2400 + point);
            } else if (point == 0x7f || isInvisible(point)) {
                plain.append('\uFFFD');
            } else {
                plain.appendCodePoint(point);
            }
        });
        return plain.toString();
    }

    private static boolean isInvisible(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE -> point != 0x200d;
            default -> false;
        };
    }

    /** A CSV cell that no spreadsheet takes for a formula. */
    public static String cell(String text) {
        String plain = plain(text);
        return !plain.isEmpty() && "=+-@\t\r|%".indexOf(plain.charAt(0)) >= 0 ? "'" + plain : plain;
    }
}
