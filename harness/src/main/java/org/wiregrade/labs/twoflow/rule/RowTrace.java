package org.wiregrade.labs.twoflow.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Which row each part of a flow is.
 *
 * @param file all rows of the CSV file
 * @param rows those that were sent, in the order of the flow; the harness's own also where they are not as asked
 * @param foreign each line that is no row
 */
public record RowTrace(Arrivals sent, List<MessageRow> file, List<SentRow> rows, List<Line> foreign) {
    public RowTrace {
        file = List.copyOf(file);
        rows = List.copyOf(rows);
        foreign = List.copyOf(foreign);
    }

    /** The rows of a flow's file in what was sent on a connection. */
    public static RowTrace of(LabFlow flow, List<MessageRow> file, Arrivals sent) {
        RowSearch search = RowSearch.of(file, sent);
        List<SentRow> rows = new ArrayList<>();
        search.starts().forEach((from, row) -> {
            Integer next = search.starts().higherKey(from);
            rows.add(new SentRow(row, from, sent.bytes().substring(from, next == null ? sent.length() : next)));
        });
        List<Line> foreign = new ArrayList<>();
        search.free().forEach(range -> foreign.addAll(lines(sent, flow, range)));
        return new RowTrace(sent, file, rows, foreign);
    }

    /** A range without its line ends, cut where a line ends, and on the chat flow also where its mark or a pause begins another. */
    private static List<Line> lines(Arrivals sent, LabFlow flow, Line range) {
        List<Line> lines = new ArrayList<>();
        int from = range.from();
        for (int at = from + 1; at <= range.to(); at++) {
            boolean ends = at == range.to() || sent.bytes().charAt(at - 1) == '\n';
            boolean begins = !ends
                    && flow == LabFlow.CHAT
                    && (sent.bytes().startsWith(flow.mark(), at) || sent.beginsBehindAPause(at));
            if (ends || begins) {
                String line = sent.bytes().substring(from, at);
                int start = from + line.indexOf(line.trim());
                if (!line.trim().isEmpty()) {
                    int end = start + line.trim().length();
                    lines.add(new Line(sent.quote(start, end), start, end));
                }
                from = at;
            }
        }
        return lines;
    }

    /** How often each row of the file was sent, in the order of the file. */
    Map<MessageRow, Integer> times() {
        Map<MessageRow, Integer> times = new LinkedHashMap<>();
        file.forEach(row -> times.put(row, 0));
        rows.forEach(sentRow -> times.merge(sentRow.row(), 1, Integer::sum));
        return times;
    }

    /** Rows of the file that were not sent. */
    public List<MessageRow> missing() {
        Map<MessageRow, Integer> times = times();
        return file.stream().filter(row -> times.get(row) == 0).toList();
    }

    /** The rows that came whole, with nothing but line ends behind them. */
    public List<Line> clean() {
        return rows.stream().filter(SentRow::isClean).map(SentRow::line).toList();
    }

    /** Every row's place, and each line of what is no row of the file, in the order of the flow. */
    public List<Line> lines() {
        return Stream.concat(rows.stream().map(SentRow::line), foreign.stream())
                .sorted(Comparator.comparingInt(Line::from))
                .toList();
    }
}
