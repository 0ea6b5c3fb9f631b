package org.wiregrade.labs.twoflow;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.wiregrade.testbed.Arrival;
import org.wiregrade.testbed.TcpConnection;

/** Where the rows of a client stand in what it sent on one connection. */
final class SentRows {
    /** One row in the stream, with all that came before the next. */
    static final class Sent {
        private final LiveRow row;
        private final int start;
        private final byte[] bytes;

        private Sent(LiveRow row, int start, byte[] bytes) {
            this.row = row;
            this.start = start;
            this.bytes = bytes;
        }

        LiveRow row() {
            return row;
        }

        /** The position of its first byte in the stream. */
        int start() {
            return start;
        }

        /** How many bytes came, up to the next row. */
        int length() {
            return bytes.length;
        }

        String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        /** Whether it begins with exactly what the lab sends of this row. */
        boolean whole() {
            byte[] payload = row.bytes();
            return bytes.length >= payload.length
                    && Arrays.equals(bytes, 0, payload.length, payload, 0, payload.length);
        }

        /** Whether it came whole, with nothing but line ends behind it. */
        boolean clean() {
            return whole() && behind().isBlank();
        }

        /** What came behind the payload; only of use where that is whole. */
        String behind() {
            int length = row.bytes().length;
            return new String(bytes, length, bytes.length - length, StandardCharsets.UTF_8);
        }
    }

    private static final int MOST_BYTES = 16 << 10;

    private record Mark(LiveRow row, int at) {}

    private final List<Sent> inOrder;

    private SentRows(List<Sent> inOrder) {
        this.inOrder = List.copyOf(inOrder);
    }

    /** Finds each row by its mark; the rest of it may be wrong. */
    static SentRows on(TcpConnection connection, List<LiveRow> rows) {
        byte[] all = connection.bytes(0);
        byte[] stream = Arrays.copyOf(all, Math.min(all.length, MOST_BYTES));
        List<Mark> marks = new ArrayList<>();
        for (LiveRow row : rows) {
            byte[] mark = row.mark().getBytes(StandardCharsets.US_ASCII);
            for (int at = find(stream, mark, 0); at >= 0; at = find(stream, mark, at + 1)) {
                marks.add(new Mark(row, at));
            }
        }
        marks.sort(Comparator.comparingInt(Mark::at));
        List<Integer> starts = new ArrayList<>();
        for (int i = 0; i < marks.size(); i++) {
            Optional<Mark> before = i == 0 ? Optional.empty() : Optional.of(marks.get(i - 1));
            starts.add(start(stream, connection.arrivals(), before, marks.get(i)));
        }
        List<Sent> sent = new ArrayList<>();
        for (int i = 0; i < marks.size(); i++) {
            int end = i + 1 < marks.size() ? starts.get(i + 1) : stream.length;
            sent.add(new Sent(marks.get(i).row(), starts.get(i), Arrays.copyOfRange(stream, starts.get(i), end)));
        }
        return new SentRows(sent);
    }

    /** Where a row begins: with its payload's head, else behind the row before, else behind the longest pause. */
    private static int start(byte[] stream, List<Arrival> arrivals, Optional<Mark> before, Mark mark) {
        byte[] payload = mark.row().bytes();
        int headed = mark.at() - mark.row().markAt();
        if (headed >= 0
                && Arrays.equals(
                        stream, headed, mark.at(), payload, 0, mark.row().markAt())) {
            return headed;
        }
        if (before.isEmpty()) {
            return 0;
        }
        int behindMark = before.get().at() + before.get().row().mark().length();
        int end = before.get().at()
                + before.get().row().bytes().length
                - before.get().row().markAt();
        byte[] tail = before.get().row().bytes();
        if (end <= mark.at()
                && Arrays.equals(
                        stream, before.get().at(), end, tail, before.get().row().markAt(), tail.length)) {
            while (end < mark.at() && (stream[end] == '\n' || stream[end] == '\r')) {
                end++;
            }
            return end;
        }
        return longestPause(arrivals, behindMark, mark.at());
    }

    /** Where the longest pause between two places of the stream was; the second place where there was none. */
    private static int longestPause(List<Arrival> arrivals, int from, int to) {
        int border = to;
        long longest = -1;
        for (int i = 1; i < arrivals.size(); i++) {
            int end = arrivals.get(i - 1).end();
            long pause = arrivals.get(i).timeNs() - arrivals.get(i - 1).timeNs();
            if (end > from && end <= to && pause > longest) {
                longest = pause;
                border = end;
            }
        }
        return border;
    }

    private static int find(byte[] stream, byte[] wanted, int from) {
        for (int at = from; at + wanted.length <= stream.length; at++) {
            if (Arrays.equals(stream, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
        return -1;
    }

    /** All rows as they stand in the stream. */
    List<Sent> inOrder() {
        return inOrder;
    }

    boolean none() {
        return inOrder.isEmpty();
    }

    int times(LiveRow row) {
        return (int) inOrder.stream().filter(sent -> sent.row().equals(row)).count();
    }

    /** The first place of a row. */
    Sent first(LiveRow row) {
        return inOrder.stream()
                .filter(sent -> sent.row().equals(row))
                .findFirst()
                .orElseThrow();
    }

    /** The first row that stands behind one that comes later in the file. */
    Optional<Sent> outOfOrder() {
        for (int i = 1; i < inOrder.size(); i++) {
            if (inOrder.get(i).row().mark().compareTo(inOrder.get(i - 1).row().mark()) < 0) {
                return Optional.of(inOrder.get(i));
            }
        }
        return Optional.empty();
    }
}
