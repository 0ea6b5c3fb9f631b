package org.wiregrade.labs.twoflow.live;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.wiregrade.labs.twoflow.rule.Assignment;
import org.wiregrade.testbed.Vocabulary;

/** Pieces that a relay may take for something else when each comes alone: blanks, single bytes, about a buffer's length. */
final class Pieces {
    private static final int MOST = 4000;

    private Pieces() {}

    static List<byte[]> of(Vocabulary words) {
        List<byte[]> pieces = new ArrayList<>();
        for (String text : List.of("\n", " ", "\r\n", "\0", "\uFEFF", "\t \n", words.shortNoun("piece", "tea"))) {
            pieces.add(text.getBytes(StandardCharsets.UTF_8));
        }
        // Cast to a byte, and compared with what read says at the end, this is -1.
        pieces.add(new byte[] {(byte) 0xFF});
        for (int size : new int[] {
            Assignment.BUFFER_SIZE - 1,
            Assignment.BUFFER_SIZE,
            Assignment.BUFFER_SIZE + 1,
            1 + words.number("piece size", MOST)
        }) {
            pieces.add(".".repeat(size).getBytes(StandardCharsets.US_ASCII));
        }
        return pieces;
    }
}
