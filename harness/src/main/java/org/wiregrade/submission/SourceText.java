package org.wiregrade.submission;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a student's source file, whatever editor wrote it. */
public final class SourceText {
    private static final int LARGEST = 256 * 1024;

    private SourceText() {}

    /** The text without byte order mark, its lines ended by {@code \n}. */
    public static String read(String path, Path file) throws Unusable, IOException {
        if (Files.size(file) > LARGEST) {
            throw new Unusable(new SourceProblem(
                    path,
                    0,
                    "the file has more than " + LARGEST / 1024 + " KiB",
                    "A source file of this lab is much smaller; hand in the one that you wrote."));
        }
        byte[] bytes = Files.readAllBytes(file);
        try {
            return normal(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            throw new Unusable(new SourceProblem(
                    path,
                    lineOfFirstFault(bytes),
                    "the file is not UTF-8 text",
                    "Save it again with the encoding UTF-8 (in most editors: Save with Encoding)."));
        }
    }

    /** The same text as every system would write it. */
    static String normal(String text) {
        return (text.startsWith("\uFEFF") ? text.substring(1) : text)
                .replace("\r\n", "\n")
                .replace('\r', '\n');
    }

    private static int lineOfFirstFault(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
        return 1 + (int) out.flip().chars().filter(c -> c == '\n').count();
    }
}
