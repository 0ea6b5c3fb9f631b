package org.wiregrade.labs.chat.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wiregrade.labs.chat.wire.ReceivedText.KeyRange;

/** Goes through all that stands behind one speaker's prefix, as if it were one text. */
final class RecordCursor {
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
        if (startsWith(words, next)) {
            return Optional.of(use(next, words.length()));
        }
        for (int begin : begins) {
            if (begin >= next && startsWith(words, begin)) {
                return Optional.of(use(begin, words.length()));
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
        return at < 0 ? Optional.empty() : Optional.of(mark(at, words.length()));
    }

    private boolean isUnused(int at, int length) {
        return positions.subList(at, at + length).stream()
                .allMatch(position -> received.isUnused(position, position + 1));
    }

    private boolean startsWith(String words, int at) {
        int i = 0;
        while (i < words.length() && at + i < text.length() && text.charAt(at + i) == words.charAt(i)) {
            i++;
        }
        return i == words.length();
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
