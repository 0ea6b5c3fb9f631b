package org.wiregrade.labs.chat.wire;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import org.wiregrade.labs.chat.rule.ChatText;
import org.wiregrade.labs.chat.rule.ChatTolerances;
import org.wiregrade.wire.Flow;
import org.wiregrade.wire.Segment;

/** What one client was sent, without white space, so that it can be searched however it was cut; remembers what was found. */
public final class ReceivedText {
    private static final int REPLACEMENT_BYTES = 3;
    private static final int LONGEST_QUOTE = 200;

    private final Flow flow;
    /** One character per byte. */
    private final String raw;
    /** The bytes that are no white space, one character each, and where they stand in {@link #raw}. */
    private final String key;

    private final String lowerKey;
    private final int[] place;
    /** Positions in {@link #key} that were found already. */
    private final BitSet used = new BitSet();

    public ReceivedText(Flow flow) {
        this.flow = flow;
        int length = (int) Math.min(flow.bytes(), ChatTolerances.JUDGED_BYTES);
        raw = new String(flow.payload(0, length), StandardCharsets.ISO_8859_1);
        StringBuilder letters = new StringBuilder(raw.length());
        place = new int[raw.length()];
        for (int i = 0; i < raw.length(); i++) {
            if (raw.startsWith("\u00ef\u00bf\u00bd", i) || raw.startsWith("\u00ef\u00bb\u00bf", i)) {
                i += REPLACEMENT_BYTES - 1;
            } else if (raw.charAt(i) > ' ') {
                place[letters.length()] = i;
                letters.append(raw.charAt(i));
            }
        }
        key = letters.toString();
        lowerKey = lower(key);
    }

    String raw() {
        return raw;
    }

    public String key() {
        return key;
    }

    /** The position in {@link #key} of the first letter at or behind a byte. */
    int keyAt(int rawOffset) {
        int low = 0;
        int high = key.length();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (place[middle] < rawOffset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The byte at which a letter stands, or behind all where there is no such letter. */
    int rawAt(int position) {
        return position < key.length() ? place[position] : raw.length();
    }

    void use(int from, int to) {
        used.set(from, to);
    }

    boolean isUnused(int from, int to) {
        int next = used.nextSetBit(from);
        return next < 0 || next >= to;
    }

    Segment segmentAt(int position) {
        return flow.segmentAt(place[position]);
    }

    /** Finds letters that were not found before, not sent before a moment; −1 where there are none. */
    int find(String letters, long notBeforeNs, boolean ignoreCase) {
        String where = ignoreCase ? lowerKey : key;
        String what = ignoreCase ? lower(letters) : letters;
        int at = where.indexOf(what);
        while (at >= 0 && !(isUnused(at, at + what.length()) && segmentAt(at).timeNs() >= notBeforeNs)) {
            at = where.indexOf(what, at + 1);
        }
        return at;
    }

    /** Only what all bytes have in common with ASCII is made small, so that no length changes. */
    private static String lower(String letters) {
        StringBuilder lower = new StringBuilder(letters.length());
        letters.chars().forEach(c -> lower.append((char) (c >= 'A' && c <= 'Z' ? c + 'a' - 'A' : c)));
        return lower.toString();
    }

    /** Whether a range is a whole line or segment, or all of one behind a {@code ]}. */
    boolean isWhole(int from, int to) {
        int start = place[from];
        boolean begins = start == 0
                || raw.charAt(start - 1) == '\n'
                || flow.segmentAt(start).offset() == start
                || (from > 0 && key.charAt(from - 1) == ']');
        int end = place[to - 1] + 1;
        boolean ends = to == key.length()
                || raw.charAt(end) == '\n'
                || raw.charAt(end) == '\r'
                || flow.segmentAt(end).offset() == end;
        return begins && ends;
    }

    /** What stands before a position, from the start of its line or segment, as text. */
    String before(int position) {
        int end = place[position];
        int start = (int)
                Math.max(end - LONGEST_QUOTE, Math.min(end, flow.segmentAt(end).offset()));
        int newline = raw.lastIndexOf('\n', end - 1);
        return text(Math.max(start, newline + 1), end);
    }

    /** A range of letters as it was sent, white space included. */
    String text(KeyRange range) {
        return text(place[range.from()], place[range.to() - 1] + 1);
    }

    private String text(int from, int to) {
        return ChatText.decode(raw.substring(from, to).getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Positions in {@link #key}, the end not included. */
    record KeyRange(int from, int to) {}
}
