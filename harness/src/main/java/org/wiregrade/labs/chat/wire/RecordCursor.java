package org.wiregrade.labs.chat.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wiregrade.labs.chat.rule.ChatAssignment;
import org.wiregrade.labs.chat.wire.ReceivedText.KeyRange;

/** Goes through all that stands behind one speaker's prefix, as if it were one text. */
final class RecordCursor {
    /** Of the buffer's length, what is left where some of it was white space. */
    private static final int FEWEST_BYTES_OF_A_READ = ChatAssignment.BUFFER_SIZE / 2;

    private final ReceivedText received;
    private final StringBuilder text = new StringBuilder();
    /** For each character of {@link #text}, its position in the received text. */
    private final List<Integer> positions = new ArrayList<>();
    /** Where in {@link #text} a record begins. */
    private final List<Integer> begins = new ArrayList<>();

    private int next;

    RecordCursor(ReceivedText received, List<KeyRange> records) {
        this.received = received;
        for (KeyRange record : records) {
            begins.add(text.length());
            text.append(received.key(), record.from(), record.to());
            for (int i = record.from(); i < record.to(); i++) {
                positions.add(i);
            }
        }
    }

    /** Takes words that come next, or else begin a later record; gives the range from their first to their last letter. */
    Optional<KeyRange> take(String words) {
        int length = lengthAt(words, next);
        if (length > 0) {
            return Optional.of(use(next, length));
        }
        for (int begin : begins) {
            length = begin >= next ? lengthAt(words, begin) : 0;
            if (length > 0) {
                return Optional.of(use(begin, length));
            }
        }
        return Optional.empty();
    }

    /** Takes the first such words that nobody took, and stays where it is. */
    Optional<KeyRange> takeAnywhere(String words) {
        int at = text.indexOf(words);
        while (at >= 0 && !isUnused(at, words.length())) {
            at = text.indexOf(words, at + 1);
        }
        if (at >= 0) {
            return Optional.of(mark(at, words.length()));
        }
        return begins.stream()
                .filter(begin -> lengthAt(words, begin) > 0 && isUnused(begin, lengthAt(words, begin)))
                .findFirst()
                .map(begin -> mark(begin, lengthAt(words, begin)));
    }

    private boolean isUnused(int at, int length) {
        return positions.subList(at, at + length).stream()
                .allMatch(position -> received.isUnused(position, position + 1));
    }

    /**
     * How much of the text these words are, from a place on; 0 where they do not stand there.
     *
     * <p>A server that reads a buffer at a time, and drops what is no UTF-8, loses each letter that a buffer's end cuts.
     */
    private int lengthAt(String words, int at) {
        int lost = words.length() / FEWEST_BYTES_OF_A_READ;
        int i = 0;
        int to = at;
        while (i < words.length()) {
            if (to < text.length() && text.charAt(to) == words.charAt(i)) {
                i++;
                to++;
                continue;
            }
            int letter = letterAt(words, i);
            if (lost == 0 || words.charAt(letter) < 0xC0) {
                return 0;
            }
            lost--;
            to -= i - letter;
            i = letter + 1;
            while (i < words.length() && isWithinLetter(words.charAt(i))) {
                i++;
            }
        }
        return to - at;
    }

    /** Where the letter begins that a byte is of. */
    private static int letterAt(String words, int at) {
        int letter = at;
        while (letter > 0 && isWithinLetter(words.charAt(letter))) {
            letter--;
        }
        return letter;
    }

    private static boolean isWithinLetter(char value) {
        return (value & 0xC0) == 0x80;
    }

    private KeyRange use(int at, int length) {
        next = at + length;
        return mark(at, length);
    }

    private KeyRange mark(int at, int length) {
        for (int i = at; i < at + length; i++) {
            received.use(positions.get(i), positions.get(i) + 1);
        }
        return new KeyRange(positions.get(at), positions.get(at + length - 1) + 1);
    }
}
