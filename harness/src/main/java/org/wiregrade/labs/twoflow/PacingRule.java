package org.wiregrade.labs.twoflow;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.wiregrade.labs.twoflow.RowTrace.Range;
import org.wiregrade.testbed.CheckFailure;
import org.wiregrade.wire.Segment;

/** VoIP chunks come 50 ms apart and rows 100 ms, by the capture's times on the sender's leg. */
final class PacingRule {
    private static final double NS_PER_MS = 1e6;

    private final Speech sent;
    private final List<Range> units;
    private final List<Gap> gaps = new ArrayList<>();
    private final List<Double> rowPauses = new ArrayList<>();

    /** The time between two chunks in ms, and the packet of the second. */
    private record Gap(double ms, int frame) {}

    private PacingRule(TwoFlowTraffic traffic) {
        sent = traffic.flow(LabFlow.VOIP).sent();
        units = traffic.linesOn(LabFlow.VOIP);
        Segment before = null;
        for (Range unit : units) {
            List<Segment> row = sent.segmentsIn(unit.from(), withNewline(unit));
            for (int i = 1; i < row.size(); i++) {
                gaps.add(new Gap(ms(row.get(i - 1), row.get(i)), row.get(i).frame()));
            }
            if (before != null && !row.isEmpty()) {
                rowPauses.add(ms(before, row.get(0)));
            }
            before = row.isEmpty() ? before : row.get(row.size() - 1);
        }
    }

    static String check(TwoFlowTraffic traffic) {
        return new PacingRule(traffic).check();
    }

    private String check() {
        String expected = "about " + TwoFlowEvidenceLimits.CHUNK_PAUSE_MS + " ms between the chunks of a row, and "
                + TwoFlowEvidenceLimits.ROW_PAUSE_MS + " ms behind its newline";
        if (gaps.isEmpty() || sent.segments().stream().allMatch(segment -> segment.timeNs() == 0)) {
            throw new CheckFailure(
                    expected,
                    gaps.isEmpty() ? "no row of several chunks" : "the capture has no times",
                    "Let client 2 send its rows in chunks while Wireshark captures.");
        }
        List<Gap> small = gaps.stream()
                .filter(gap -> gap.ms() < TwoFlowEvidenceLimits.LEAST_GAP_MS)
                .toList();
        double median = median(gaps.stream().map(Gap::ms).toList());
        if (small.size() > gaps.size() * TwoFlowEvidenceLimits.SMALL_GAPS) {
            throw new CheckFailure(
                    expected,
                    format(
                            "%d of %d gaps are under %d ms, the first is %.1f ms before packet %d",
                            small.size(),
                            gaps.size(),
                            TwoFlowEvidenceLimits.LEAST_GAP_MS,
                            small.get(0).ms(),
                            small.get(0).frame()),
                    "Pause 50 ms behind each chunk.");
        }
        if (median > TwoFlowEvidenceLimits.LARGEST_MEDIAN_MS) {
            throw new CheckFailure(
                    expected, format("the median gap is %.1f ms", median), "Pause 50 ms behind each chunk, no longer.");
        }
        checkSpans(expected);
        checkRowPauses(expected);
        return format("Median gap %.1f ms", median)
                + (rowPauses.isEmpty() ? "." : format(", between rows %.1f ms.", median(rowPauses)));
    }

    /** A row takes at least its pauses, wherever the capture's clock wavers in between. */
    private void checkSpans(String expected) {
        for (Range unit : units) {
            List<Segment> row = sent.segmentsIn(unit.from(), withNewline(unit));
            int chunks =
                    (withNewline(unit) - unit.from() + TwoFlowEvidenceLimits.CHUNK - 1) / TwoFlowEvidenceLimits.CHUNK;
            double least = (chunks - 1) * TwoFlowEvidenceLimits.CHUNK_PAUSE_MS * TwoFlowEvidenceLimits.LEAST_SPAN;
            if (row.size() > 1 && row.size() >= chunks && ms(row.get(0), row.get(row.size() - 1)) < least) {
                throw new CheckFailure(
                        expected,
                        format("the %d chunks of ", chunks) + sent.quote(unit.from(), unit.to())
                                + format(" take %.1f ms in all (", ms(row.get(0), row.get(row.size() - 1)))
                                + sent.packets(unit.from(), withNewline(unit)) + ")",
                        "Pause 50 ms behind each chunk.");
            }
        }
    }

    private void checkRowPauses(String expected) {
        if (!rowPauses.isEmpty() && median(rowPauses) < TwoFlowEvidenceLimits.LEAST_ROW_PAUSE_MS) {
            throw new CheckFailure(
                    expected,
                    format("the median pause between rows is %.1f ms", median(rowPauses)),
                    "Pause 100 ms behind the newline of each row.");
        }
    }

    private int withNewline(Range unit) {
        boolean newline = unit.to() < sent.length() && sent.bytes().charAt(unit.to()) == '\n';
        return newline ? unit.to() + 1 : unit.to();
    }

    private static double ms(Segment first, Segment second) {
        return (second.timeNs() - first.timeNs()) / NS_PER_MS;
    }

    private static double median(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }

    private static String format(String words, Object... values) {
        return String.format(Locale.ROOT, words, values);
    }
}
