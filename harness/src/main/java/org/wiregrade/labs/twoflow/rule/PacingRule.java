package org.wiregrade.labs.twoflow.rule;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.wiregrade.testbed.Arrival;

/** VoIP chunks come 50 ms apart and rows 100 ms, by the times of what they arrived in. */
public final class PacingRule {
    private static final double NS_PER_MS = 1e6;

    /** Windows counts its sleeps in steps of 15.6 ms, so that one of 50 ms may last 47. */
    private static final double SURELY_SHORT = 0.9;

    private final Arrivals sent;
    private final List<Line> rows;
    private final Tolerance tolerance;
    private final List<Gap> gaps = new ArrayList<>();
    private final List<Double> rowPauses = new ArrayList<>();
    private final int usualSize;

    /** The time between two arrivals in a row, of which the second may be several chunks that were joined. */
    private record Gap(double ms, Line row, Arrival second, int chunks) {}

    /** The pauses of rows, their newlines included. */
    public PacingRule(Arrivals sent, List<Line> rows, Tolerance tolerance) {
        this.sent = sent;
        this.rows = List.copyOf(rows);
        this.tolerance = tolerance;
        usualSize = Math.max(1, new ChunkRule(sent, rows, tolerance).usualSize());
        for (Line row : rows) {
            List<Arrival> in = arrivals(row);
            for (int i = 1; i < in.size(); i++) {
                int chunks = (in.get(i).length() + usualSize - 1) / usualSize;
                gaps.add(new Gap(ms(in.get(i - 1), in.get(i)), row, in.get(i), chunks));
            }
            if (row.from() > rows.get(0).from()) {
                rowPauses.add(ms(sent.at(row.from() - 1), sent.at(row.from())));
            }
        }
    }

    private List<Arrival> arrivals(Line row) {
        return sent.touching(row.from(), row.to() + sent.lineEndsAt(row.to()).length());
    }

    /**
     * Judges the pauses; says how long they are.
     *
     * @param pauseHereMs how long a pause of 50 ms takes on this machine meanwhile
     */
    public String requirePauses(double pauseHereMs) {
        String expected = TwoFlowWords.say("pacing.expected");
        new ChunkRule(sent, rows, tolerance).requireApart(expected);
        if (gaps.isEmpty() && !tolerance.tellsJoined()) {
            return TwoFlowWords.say("pacing.note.late");
        }
        if (gaps.isEmpty()) {
            throw TwoFlowWords.failure(expected, "pacing.no-gaps");
        }
        if (sent.list().stream().allMatch(arrival -> arrival.timeNs() == 0)) {
            throw TwoFlowWords.failure(expected, "pacing.no-times");
        }
        double median = ranked(gaps.stream().map(gap -> gap.ms() / gap.chunks()).toList(), 0.5);
        requireNotLong(expected, median, pauseHereMs);
        if (!tolerance.tellsJoined()) {
            return TwoFlowWords.say("pacing.note.late");
        }
        requireNotShort(expected, median);
        requireEach(expected);
        if (!rowPauses.isEmpty() && rowPause() < tolerance.leastRowPauseMs()) {
            throw TwoFlowWords.failure(expected, "pacing.rows", about(rowPause()));
        }
        requireRowPausesNotLong(expected, pauseHereMs);
        requireSpans(expected);
        requireNoPlaceWithout(expected);
        return TwoFlowWords.say("pacing.note", exact(median))
                + (rowPauses.isEmpty() ? "." : TwoFlowWords.say("pacing.note.rows", exact(rowPause())));
    }

    /** Whether these rows came sooner after a moment before them all than their pauses last: no late read makes that so. */
    public static boolean isTooSoon(Arrivals sent, List<Line> rows, long beforeNs) {
        if (rows.isEmpty()) {
            return false;
        }
        int chunks = rows.stream()
                .mapToInt(row -> Assignment.chunks(row.length()) - 1)
                .sum();
        double pausesMs = chunks * Assignment.CHUNK_PAUSE_MS + (rows.size() - 1) * Assignment.ROW_PAUSE_MS;
        long lastNs = sent.at(rows.get(rows.size() - 1).to() - 1).timeNs();
        return (lastNs - beforeNs) / NS_PER_MS < SURELY_SHORT * pausesMs;
    }

    private void requireNotShort(String expected, double median) {
        if (median < tolerance.leastMedianMs()) {
            throw TwoFlowWords.failure(expected, "pacing.short", about(median), place(firstSmall(median)));
        }
    }

    private void requireNotLong(String expected, double median, double pauseHereMs) {
        if (median > tolerance.largestMedian() * Math.max(pauseHereMs, Assignment.CHUNK_PAUSE_MS)) {
            throw TwoFlowWords.failure(expected, "pacing.long", about(median));
        }
    }

    private void requireEach(String expected) {
        List<Gap> small =
                gaps.stream().filter(gap -> gap.ms() < tolerance.leastGapMs()).toList();
        if (small.size() > tolerance.smallGaps() * gaps.size()) {
            throw TwoFlowWords.failure(
                    expected,
                    "pacing.some",
                    small.size(),
                    gaps.size(),
                    tolerance.leastGapMs(),
                    place(small.stream().findFirst()));
        }
    }

    private void requireRowPausesNotLong(String expected, double pauseHereMs) {
        double slower = Math.max(1, pauseHereMs / Assignment.CHUNK_PAUSE_MS);
        double least = ranked(rowPauses, 0);
        if (least > tolerance.longestRowPause() * slower * Assignment.ROW_PAUSE_MS) {
            throw TwoFlowWords.failure(expected, "pacing.rows-long", about(least));
        }
    }

    /** A pause that is missing at the same place of each row is not among the few that a machine makes seem short. */
    private void requireNoPlaceWithout(String expected) {
        var places = new ChunkPlaces(sent, rows, tolerance.samePlace());
        IntPredicate noPause = at -> !places.isJoined(at) && places.pauseMs(at) < tolerance.leastPauseMs();
        if (places.newlinesOfMostRows(noPause)) {
            throw TwoFlowWords.failure(expected, "pacing.newline");
        }
        Optional<String> place = places.inMostRows(noPause);
        if (place.isPresent()) {
            throw TwoFlowWords.failure(expected, "pacing.place", place.get());
        }
    }

    private Optional<Gap> firstSmall(double ms) {
        return gaps.stream().filter(gap -> gap.ms() / gap.chunks() <= ms).findFirst();
    }

    private String place(Optional<Gap> gap) {
        return gap.map(first -> first.row().name()
                        + sent.where()
                                .note(first.second().offset(), first.second().end()))
                .orElse("");
    }

    /** What is sent takes at least its pauses, wherever a clock wavers in between. */
    private void requireSpans(String expected) {
        if (!tolerance.spansByRow()) {
            Line last = rows.get(rows.size() - 1);
            double pauses = gaps.size() * Assignment.CHUNK_PAUSE_MS + rowPauses.size() * Assignment.ROW_PAUSE_MS;
            int end = last.to() + sent.lineEndsAt(last.to()).length() - 1;
            if (ms(sent.at(rows.get(0).from()), sent.at(end)) < tolerance.leastSpan() * pauses) {
                throw TwoFlowWords.failure(expected, "pacing.all");
            }
            return;
        }
        for (Line row : rows) {
            List<Arrival> in = arrivals(row);
            double least = (in.size() - 1) * Assignment.CHUNK_PAUSE_MS * tolerance.leastSpan();
            double took = ms(in.get(0), in.get(in.size() - 1));
            if (took < least) {
                throw TwoFlowWords.failure(expected, "pacing.row", in.size(), row.name(), exact(took), sent.note(row));
            }
        }
    }

    private double rowPause() {
        return ranked(rowPauses, tolerance.rowPauseRank());
    }

    private static String exact(double ms) {
        return String.format(Locale.ROOT, "%.1f", ms);
    }

    private static long about(double ms) {
        return 10 * Math.round(ms / 10);
    }

    private static double ms(Arrival first, Arrival second) {
        return (second.timeNs() - first.timeNs()) / NS_PER_MS;
    }

    /** The one of some numbers below which this share of them lies; 0 of none. */
    public static double ranked(List<Double> values, double share) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.isEmpty() ? 0 : sorted.get(Math.min(sorted.size() - 1, (int) (share * sorted.size())));
    }
}
