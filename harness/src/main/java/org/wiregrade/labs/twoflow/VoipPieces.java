package org.wiregrade.labs.twoflow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.wiregrade.labs.twoflow.SentRows.Sent;
import org.wiregrade.testbed.Arrival;

/**
 * Into which pieces VoIP rows were cut and how they were paced, as far as the arrivals show it.
 *
 * <p>A piece that is read late is joined with the next, never cut: each end of a right sender's read is the end of a
 * piece, but not each piece has an end of its own.
 */
final class VoipPieces {
    private final List<Sent> rows;
    private final List<Arrival> arrivals;

    VoipPieces(List<Sent> rows, List<Arrival> arrivals) {
        this.rows = List.copyOf(rows);
        this.arrivals = List.copyOf(arrivals);
    }

    /** The first row of which all pieces came without a pause, where most rows came so. */
    Optional<Sent> atOnce() {
        List<Sent> fast = rows.stream().filter(this::atOnce).toList();
        return 2 * fast.size() > rows.size() ? fast.stream().findFirst() : Optional.empty();
    }

    private boolean atOnce(Sent row) {
        int length = row.row().bytes().length;
        long span = at(row.start() + length - 1).timeNs() - at(row.start()).timeNs();
        return span < TwoFlowLab.AT_ONCE * (pieces(length) - 1) * TwoFlowLab.BETWEEN_CHUNKS_MS * 1e6;
    }

    private static int pieces(int length) {
        return (length + TwoFlowLab.CHUNK_SIZE - 1) / TwoFlowLab.CHUNK_SIZE;
    }

    /** The arrival that brought a byte. */
    private Arrival at(int offset) {
        return arrivals.stream()
                .filter(arrival -> arrival.end() > offset)
                .findFirst()
                .orElseThrow();
    }

    /** The sizes of the pieces of a row's payload, as they were seen. */
    List<Integer> sizes(Sent row) {
        List<Integer> sizes = new ArrayList<>();
        int from = row.start();
        int end = row.start() + row.row().bytes().length;
        for (Arrival arrival : arrivals) {
            if (arrival.end() > from && from < end) {
                sizes.add(Math.min(arrival.end(), end) - from);
                from = arrival.end();
            }
        }
        return sizes;
    }

    /** Where a row's pieces ended that should not. */
    private long foreignEnds(Sent row) {
        int length = row.row().bytes().length;
        return ends(row)
                .filter(end -> end % TwoFlowLab.CHUNK_SIZE != 0 && end < length)
                .count();
    }

    private long rightEnds(Sent row) {
        int length = row.row().bytes().length;
        return ends(row)
                .filter(end -> end % TwoFlowLab.CHUNK_SIZE == 0 || end == length)
                .count();
    }

    /** The ends of reads within a row's payload, counted from its first byte. */
    private IntStream ends(Sent row) {
        int length = row.row().bytes().length;
        return arrivals.stream()
                .mapToInt(arrival -> arrival.end() - row.start())
                .filter(end -> end > 0 && end <= length);
    }

    /** The first row that was cut elsewhere than asked, where the share of such cuts is too large to be an accident. */
    Optional<Sent> cutElsewhere() {
        long foreign = rows.stream().mapToLong(this::foreignEnds).sum();
        return foreign <= TwoFlowLab.FOREIGN_ENDS * expectedPieces()
                ? Optional.empty()
                : rows.stream().filter(row -> foreignEnds(row) > 0).findFirst();
    }

    /** Whether so many pieces are larger than asked that they were sent so; pieces read late are joined, but not alike. */
    boolean tooLarge() {
        return usualSize() != TwoFlowLab.CHUNK_SIZE
                && rows.stream().mapToLong(this::rightEnds).sum() < TwoFlowLab.SEEN_ENDS * expectedPieces();
    }

    private int expectedPieces() {
        return rows.stream().mapToInt(row -> pieces(row.row().bytes().length)).sum();
    }

    /** The size that most pieces have, in bytes. */
    int usualSize() {
        Map<Integer, Integer> counts = new TreeMap<>();
        rows.forEach(row -> sizes(row).forEach(size -> counts.merge(size, 1, Integer::sum)));
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(0);
    }

    /** Whether the last byte of a row's payload and the newline behind it came in pieces of their own. */
    boolean newlineAlone(Sent row) {
        int end = row.start() + row.row().bytes().length;
        return arrivals.stream().anyMatch(arrival -> arrival.end() == end);
    }

    /** The gaps between the pieces of each row, its newline included, in ms. */
    List<Double> gaps() {
        List<Double> gaps = new ArrayList<>();
        for (Sent row : rows) {
            List<Arrival> of = arrivals(row);
            for (int i = 1; i < of.size(); i++) {
                gaps.add(ms(of.get(i - 1), of.get(i)));
            }
        }
        return gaps;
    }

    /** The same gaps, each shared among the pieces of the usual size that came together after it. */
    List<Double> gapsOfPieces() {
        List<Double> gaps = new ArrayList<>();
        int usual = Math.max(1, usualSize());
        for (Sent row : rows) {
            List<Arrival> of = arrivals(row);
            for (int i = 1; i < of.size(); i++) {
                int together = (of.get(i).length() + usual - 1) / usual;
                gaps.add(ms(of.get(i - 1), of.get(i)) / together);
            }
        }
        return gaps;
    }

    /** The longest gap from the end of a row to the beginning of the next, in ms; empty where there is one row. */
    OptionalDouble longestGapBetweenRows() {
        return IntStream.range(1, rows.size())
                .mapToDouble(i -> ms(at(rows.get(i).start() - 1), at(rows.get(i).start())))
                .max();
    }

    /** The time from the first piece to the last, as part of the pauses that should lie between those that were seen. */
    double span() {
        double pauses = gaps().size() * TwoFlowLab.BETWEEN_CHUNKS_MS + (rows.size() - 1.0) * TwoFlowLab.AFTER_ROW_MS;
        Sent last = rows.get(rows.size() - 1);
        return ms(at(rows.get(0).start()), at(last.start() + last.length() - 1)) / pauses;
    }

    private List<Arrival> arrivals(Sent row) {
        int end = row.start() + row.length();
        return arrivals.stream()
                .filter(arrival -> arrival.end() > row.start() && arrival.offset() < end)
                .toList();
    }

    private static double ms(Arrival from, Arrival to) {
        return (to.timeNs() - from.timeNs()) / 1e6;
    }

    /** The middle one of some numbers; 0 of none. */
    static double median(List<Double> numbers) {
        List<Double> sorted = numbers.stream().sorted(Comparator.naturalOrder()).toList();
        return sorted.isEmpty() ? 0 : sorted.get(sorted.size() / 2);
    }
}
