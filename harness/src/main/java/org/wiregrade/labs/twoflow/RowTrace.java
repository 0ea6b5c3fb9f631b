package org.wiregrade.labs.twoflow;

import java.util.ArrayList;
import java.util.List;

/**
 * Which row each part of a flow is.
 *
 * @param found rows and where they stand, in the order of the flow
 * @param missing rows that are not in it
 * @param foreign what is in it and is no row
 * @param misplaced rows that are in it, but before one that comes earlier in the file
 */
record RowTrace(List<Place> found, List<MessageRow> missing, List<Range> foreign, List<Place> misplaced) {
    /** A row's bytes, the end not included; what follows them, such as a newline, is not in it. */
    record Place(MessageRow row, int from, int to) {}

    /** Bytes, the end not included. */
    record Range(int from, int to) {}

    RowTrace {
        found = List.copyOf(found);
        missing = List.copyOf(missing);
        foreign = List.copyOf(foreign);
        misplaced = List.copyOf(misplaced);
    }

    static RowTrace of(List<MessageRow> rows, Speech speech) {
        List<Place> found = new ArrayList<>();
        List<MessageRow> absent = new ArrayList<>();
        List<Range> foreign = new ArrayList<>();
        int next = 0;
        for (MessageRow row : rows) {
            String bytes = row.bytes();
            int at = speech.bytes().indexOf(bytes, next);
            if (at < 0) {
                absent.add(row);
            } else {
                addForeign(foreign, speech, next, at);
                next = at + bytes.length();
                found.add(new Place(row, at, next));
            }
        }
        addForeign(foreign, speech, next, speech.length());
        return misplaced(found, absent, foreign, speech);
    }

    /** Takes out of what is absent and what is foreign the rows that are only in the wrong place. */
    private static RowTrace misplaced(List<Place> found, List<MessageRow> absent, List<Range> foreign, Speech speech) {
        List<Place> misplaced = new ArrayList<>();
        List<MessageRow> missing = new ArrayList<>();
        List<Range> rest = new ArrayList<>(foreign);
        for (MessageRow row : absent) {
            String bytes = row.bytes();
            Range inside = rest.stream()
                    .filter(range ->
                            speech.bytes().substring(range.from(), range.to()).contains(bytes))
                    .findFirst()
                    .orElse(null);
            if (inside == null) {
                missing.add(row);
                continue;
            }
            int at = speech.bytes().indexOf(bytes, inside.from());
            misplaced.add(new Place(row, at, at + bytes.length()));
            rest.remove(inside);
            addForeign(rest, speech, inside.from(), at);
            addForeign(rest, speech, at + bytes.length(), inside.to());
        }
        return new RowTrace(found, missing, rest, misplaced);
    }

    /** What stands between rows, without line ends. */
    private static void addForeign(List<Range> foreign, Speech speech, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && speech.bytes().charAt(start) <= ' ') {
            start++;
        }
        while (end > start && speech.bytes().charAt(end - 1) <= ' ') {
            end--;
        }
        if (start < end) {
            foreign.add(new Range(start, end));
        }
    }

    /** Every row's place, and each line of what is no row of the file, in the order of the flow. */
    List<Range> units(Speech speech, LabFlow flow) {
        List<Range> units = new ArrayList<>();
        found.forEach(place -> units.add(new Range(place.from(), place.to())));
        misplaced.forEach(place -> units.add(new Range(place.from(), place.to())));
        units.addAll(foreignLines(speech, flow));
        units.sort((one, other) -> Integer.compare(one.from(), other.from()));
        return units;
    }

    /** What is no row, cut where a line ends, and on the chat flow also where its mark or a pause begins another. */
    List<Range> foreignLines(Speech speech, LabFlow flow) {
        List<Range> lines = new ArrayList<>();
        for (Range range : foreign) {
            int from = range.from();
            for (int at = from + 1; at < range.to(); at++) {
                boolean begins = flow == LabFlow.CHAT
                        && (speech.bytes().startsWith(flow.mark(), at) || speech.beginsBehindAPause(at));
                if (begins || speech.bytes().charAt(at - 1) == '\n') {
                    addForeign(lines, speech, from, at);
                    from = at;
                }
            }
            addForeign(lines, speech, from, range.to());
        }
        return lines;
    }
}
