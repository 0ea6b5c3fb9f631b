package org.wiregrade.regions;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts Java source into tokens as javac would, unicode escapes first, and drops blanks and comments.
 *
 * <p>Operators come out one character at a time, which is enough for comparing two texts. The rules are those of
 * chapter 3 of the Java Language Specification.
 */
final class JavaTokens {
    /** A token with its line, 1-based. */
    record Token(String text, int line) {}

    /** A comment or literal that the text ends in. */
    static final class Unfinished extends Exception {
        private static final long serialVersionUID = 1L;

        private final String what;
        private final int line;

        Unfinished(String what, int line) {
            super(what + " is not closed");
            this.what = what;
            this.line = line;
        }

        String what() {
            return what;
        }

        int line() {
            return line;
        }
    }

    private final String source;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int line = 1;

    private JavaTokens(String source) {
        this.source = source;
    }

    static List<Token> of(String source) throws Unfinished {
        JavaTokens reader = new JavaTokens(UnicodeEscapes.translate(source));
        reader.read();
        return reader.tokens;
    }

    private void read() throws Unfinished {
        while (at < source.length()) {
            int start = at;
            int startLine = line;
            char c = source.charAt(at);
            if (Character.isWhitespace(c)) {
                skip(1);
            } else if (source.startsWith("//", at)) {
                skipLine();
            } else if (source.startsWith("/*", at)) {
                skip(2);
                skipPast("*/", "a comment");
            } else {
                if (source.startsWith("\"\"\"", at)) {
                    skip(3);
                    skipPast("\"\"\"", "a text block");
                } else if (c == '"') {
                    skip(1);
                    skipPast("\"", "a string");
                } else if (c == '\'') {
                    skip(1);
                    skipPast("'", "a character literal");
                } else if (Character.isJavaIdentifierPart(c)) {
                    while (at < source.length() && Character.isJavaIdentifierPart(source.charAt(at))) {
                        skip(1);
                    }
                } else {
                    skip(1);
                }
                tokens.add(new Token(source.substring(start, at), startLine));
            }
        }
    }

    private void skipLine() {
        while (at < source.length() && source.charAt(at) != '\n' && source.charAt(at) != '\r') {
            skip(1);
        }
    }

    private void skipPast(String end, String what) throws Unfinished {
        int startLine = line;
        boolean oneLine = end.length() == 1;
        boolean escapes = !end.equals("*/");
        while (at < source.length() && !source.startsWith(end, at)) {
            if (oneLine && (source.charAt(at) == '\n' || source.charAt(at) == '\r')) {
                throw new Unfinished(what, startLine);
            }
            skip(escapes && source.charAt(at) == '\\' ? 2 : 1);
        }
        if (at >= source.length()) {
            throw new Unfinished(what, startLine);
        }
        skip(end.length());
    }

    private void skip(int characters) {
        for (int i = 0; i < characters && at < source.length(); i++, at++) {
            if (source.charAt(at) == '\n') {
                line++;
            }
        }
    }
}
