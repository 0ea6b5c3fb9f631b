package org.wiregrade.labs.twoflow.rule;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.wiregrade.labs.evidence.Quote;
import org.wiregrade.testbed.Arrival;

/**
 * What came one way on one connection, by the reads of a live run or the segments of a capture.
 *
 * @param sender what sentences call it
 * @param bytes the payload, one character per byte
 * @param list what each read or segment brought, in the order of the payload
 * @param complete whether nothing of it is missing
 */
public record Arrivals(String sender, String bytes, List<Arrival> list, Where where, boolean complete) {
    private static final int SHOWN = 12;

    public Arrivals {
        list = List.copyOf(list);
    }

    /** What one connection of a live run brought. */
    public static Arrivals live(String sender, byte[] bytes, List<Arrival> list) {
        String all = new String(bytes, StandardCharsets.ISO_8859_1);
        return new Arrivals(sender, all, list, Where.client(sender), true);
    }

    /** A text in UTF-8 as it stands in {@link #bytes()}. */
    public static String bytes(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    public int length() {
        return bytes.length();
    }

    /** The arrival that brought a byte. */
    Arrival at(int offset) {
        return list.get(Math.min(firstEndingBehind(offset), list.size() - 1));
    }

    /** The arrivals that brought anything of a range. */
    List<Arrival> touching(int from, int to) {
        int first = firstEndingBehind(from);
        int end = first;
        while (end < list.size() && list.get(end).offset() < to) {
            end++;
        }
        return list.subList(first, end);
    }

    /** The arrivals that begin in a range. */
    List<Arrival> beginningIn(int from, int to) {
        List<Arrival> touching = touching(from, to);
        boolean before = !touching.isEmpty() && touching.get(0).offset() < from;
        return before ? touching.subList(1, touching.size()) : touching;
    }

    private int firstEndingBehind(int offset) {
        int low = 0;
        int high = list.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (list.get(middle).end() <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** So many bytes from a place on, or as many as there are. */
    String bytesFrom(int at, int most) {
        return bytes.substring(at, Math.min(length(), at + most));
    }

    /** The ends of lines right behind a place. */
    String lineEndsAt(int from) {
        int end = from;
        while (end < length() && (bytes.charAt(end) == '\n' || bytes.charAt(end) == '\r')) {
            end++;
        }
        return bytes.substring(from, end);
    }

    /** Whether an arrival begins at a byte, and so long after the one before that it is another row. */
    boolean beginsBehindAPause(int at) {
        Arrival arrival = at(at);
        return arrival.offset() == at && arrival.timeNs() - at(at - 1).timeNs() >= Tolerance.BETWEEN_ROWS_NS;
    }

    /** A part as text in quotation marks. */
    public String quote(int from, int to) {
        return Quote.bytes(bytes.substring(from, to).getBytes(StandardCharsets.ISO_8859_1));
    }

    /** {@code packet 7 carries “hello”}. */
    String shows(Line line) {
        return where.shows(line.from(), line.to()) + " " + quote(line.from(), line.to());
    }

    String note(Line line) {
        return where.note(line.from(), line.to());
    }

    /** Such as {@code 35 segments of 10, 10, 6, 1, … bytes}. */
    String sizes(String noun) {
        String shown = list.stream()
                .limit(SHOWN)
                .map(arrival -> String.valueOf(arrival.length()))
                .collect(Collectors.joining(", "));
        return Quote.count(list.size(), noun) + " of " + shown + (list.size() > SHOWN ? ", …" : "") + " bytes";
    }

    /** Such as {@code 32 segments, 8.9 bytes on average}. */
    public double averageSize() {
        return list.isEmpty() ? 0 : (double) length() / list.size();
    }
}
