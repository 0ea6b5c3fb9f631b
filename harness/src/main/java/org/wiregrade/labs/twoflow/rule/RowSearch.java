package org.wiregrade.labs.twoflow.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Finds rows in a flow: those that are as asked in their order, then in another or again, then the harness's own by their keys. */
final class RowSearch {
    private final String bytes;
    private final NavigableMap<Integer, MessageRow> starts = new TreeMap<>();
    private List<Line> free = new ArrayList<>();

    private RowSearch(Arrivals sent) {
        bytes = sent.bytes();
    }

    static RowSearch of(List<MessageRow> file, Arrivals sent) {
        RowSearch search = new RowSearch(sent);
        List<MessageRow> absent = search.inOrder(file);
        absent.forEach(row -> search.among(row, 1));
        file.forEach(row -> search.among(row, Integer.MAX_VALUE));
        search.byKeys(new KeyedRows(file, sent));
        return search;
    }

    /** Where each row begins. */
    NavigableMap<Integer, MessageRow> starts() {
        return starts;
    }

    /** The parts that are no row, with their line ends. */
    List<Line> free() {
        return free;
    }

    private List<MessageRow> inOrder(List<MessageRow> file) {
        List<MessageRow> absent = new ArrayList<>();
        int next = 0;
        for (MessageRow row : file) {
            int at = bytes.indexOf(row.bytes(), next);
            if (at < 0) {
                absent.add(row);
            } else {
                leave(free, next, at);
                starts.put(at, row);
                next = at + row.bytes().length();
            }
        }
        leave(free, next, bytes.length());
        return absent;
    }

    /** Takes so many places of a row out of what is free. */
    private void among(MessageRow row, int most) {
        List<Line> left = new ArrayList<>();
        int taken = 0;
        for (Line range : free) {
            String part = bytes.substring(range.from(), range.to());
            int from = 0;
            for (int at = part.indexOf(row.bytes()); at >= 0 && taken < most; at = part.indexOf(row.bytes(), from)) {
                leave(left, range.from() + from, range.from() + at);
                starts.put(range.from() + at, row);
                from = at + row.bytes().length();
                taken++;
            }
            leave(left, range.from() + from, range.to());
        }
        free = left;
    }

    private void byKeys(KeyedRows keyed) {
        List<Line> left = new ArrayList<>();
        for (Line range : free) {
            List<SentRow> found = keyed.in(range);
            found.forEach(row -> starts.put(row.from(), row.row()));
            leave(
                    left,
                    range.from(),
                    found.isEmpty() ? range.to() : found.get(0).from());
        }
        free = left;
    }

    private void leave(List<Line> left, int from, int to) {
        if (from < to && !bytes.substring(from, to).trim().isEmpty()) {
            left.add(new Line("", from, to));
        }
    }
}
