package org.wiregrade.labs.evidence;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.wiregrade.testbed.CheckFailure;

/** Reads a text file as the systems that students work on write them. */
public final class EvidenceText {
    private static final long LARGEST = 1 << 20;
    private static final Charset OLD_WINDOWS = Charset.forName("windows-1252");

    private EvidenceText() {}

    /**
     * The file's text: UTF-8, or UTF-16 as PowerShell's {@code >} writes it, with or without its mark, or else Windows-1252.
     *
     * @throws CheckFailure where the file is empty, too large to be meant, or not text
     */
    public static String read(Path file) throws IOException {
        String name = Quote.name(file);
        long size = Files.size(file);
        if (size > LARGEST) {
            throw new CheckFailure(
                    name + " of a few pages",
                    "it has " + Quote.count(size, "byte"),
                    "Keep the start command, the log lines of one run and the explanation.");
        }
        String text = decode(Files.readAllBytes(file));
        if (text.isBlank()) {
            throw new CheckFailure(name + " with the run's output", "it is empty", "");
        }
        if (text.indexOf('\0') >= 0) {
            throw new CheckFailure(
                    name + " as plain text",
                    "it is a file of another kind, as it has zero bytes",
                    "Copy the text into a plain text editor and save it from there.");
        }
        return text;
    }

    private static String decode(byte[] bytes) {
        if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) {
            return new String(bytes, StandardCharsets.UTF_16);
        }
        if (zeros(bytes, 1) > zeros(bytes, 0) + bytes.length / 4) {
            return new String(bytes, StandardCharsets.UTF_16LE);
        }
        if (zeros(bytes, 0) > zeros(bytes, 1) + bytes.length / 4) {
            return new String(bytes, StandardCharsets.UTF_16BE);
        }
        int mark = startsWith(bytes, 0xef, 0xbb, 0xbf) ? 3 : 0;
        ByteBuffer content = ByteBuffer.wrap(bytes, mark, bytes.length - mark);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(content).toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, mark, bytes.length - mark, OLD_WINDOWS);
        }
    }

    /** How many bytes at even places, or at odd ones, are zero: in UTF-16 nearly all of one kind are, and none of the other. */
    private static int zeros(byte[] bytes, int first) {
        int zeros = 0;
        for (int i = first; i < bytes.length; i += 2) {
            zeros += bytes[i] == 0 ? 1 : 0;
        }
        return zeros;
    }

    /** Prose without what word processors put in: blanks that do not break, breaks in a paragraph, hyphens that are not shown. */
    public static String plain(String text) {
        return text.replaceAll("[\u00A0\u2007\u202F]", " ")
                .replaceAll("[\u000B\u0085\u2028\u2029]", "\n")
                .replaceAll("[\u00AD\u200B\u2060]", "");
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (bytes.length <= i || (bytes[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
