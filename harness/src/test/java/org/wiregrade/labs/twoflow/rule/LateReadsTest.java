package org.wiregrade.labs.twoflow.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wiregrade.testbed.Arrival;
import org.wiregrade.testbed.CheckFailure;

/** What is read late is joined, which costs a right sender nothing; what no lateness explains is told all the same. */
class LateReadsTest {
    private static final int ROW = 50;
    private static final int ROWS = 5;
    private static final long MS = 1_000_000;

    private final List<Arrival> reads = new ArrayList<>();
    private final List<Line> rows = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    private void read(long atMs, String bytes) {
        reads.add(new Arrival(atMs * MS, text.length(), bytes.length()));
        text.append(bytes);
    }

    private Arrivals sent() {
        return Arrivals.live("client 2", text.toString().getBytes(StandardCharsets.US_ASCII), reads);
    }

    /** Rows that come in pieces of a size, such as 50 where a whole row was joined, every so many ms. */
    private void rowsIn(int size, int everyMs) {
        long atMs = 0;
        for (int row = 0; row < ROWS; row++) {
            int from = text.length();
            for (int at = 0; at < ROW; at += size) {
                read(atMs, "x".repeat(Math.min(size, ROW - at)));
                atMs += everyMs;
            }
            rows.add(new Line("row " + (row + 1), from, text.length()));
            read(atMs, "\n");
            atMs += 2L * everyMs;
        }
    }

    private ChunkRule chunks(Tolerance tolerance) {
        return new ChunkRule(sent(), rows, tolerance);
    }

    private PacingRule pauses(Tolerance tolerance) {
        return new PacingRule(sent(), rows, tolerance);
    }

    @Test
    void wholeRowsThatWereReadLateCostNothing() {
        rowsIn(ROW, 1);

        assertThatCode(() -> chunks(Tolerance.LATE).requireChunks()).doesNotThrowAnyException();
        assertThatCode(() -> chunks(Tolerance.LATE).requireNewlines()).doesNotThrowAnyException();
        assertThat(pauses(Tolerance.LATE).requirePauses(50)).contains("too busy");
        assertThatThrownBy(() -> chunks(Tolerance.LIVE).requireChunks())
                .isInstanceOf(CheckFailure.class)
                .hasMessageContaining("at once");
    }

    @Test
    void oneReadOfAllRowsCostsNothing() {
        rowsIn(ROW, 1);
        reads.clear();
        reads.add(new Arrival(0, 0, text.length()));

        assertThatCode(() -> chunks(Tolerance.LATE).requireChunks()).doesNotThrowAnyException();
        assertThatCode(() -> chunks(Tolerance.LATE).requireNewlines()).doesNotThrowAnyException();
        assertThat(pauses(Tolerance.LATE).requirePauses(50)).contains("too busy");
    }

    @Test
    void chunksOfAnotherSizeAreToldAlsoByLateReads() {
        rowsIn(20, 50);

        assertThatThrownBy(() -> chunks(Tolerance.LATE).requireChunks())
                .isInstanceOf(CheckFailure.class)
                .hasMessageContaining("most chunks have 20 bytes");
    }

    @Test
    void pausesThatAreTooLongAreToldAlsoByLateReads() {
        rowsIn(10, 120);

        assertThatThrownBy(() -> pauses(Tolerance.LATE).requirePauses(50))
                .isInstanceOf(CheckFailure.class)
                .hasMessageContaining("too long");
    }

    @Test
    void onlyWhatCameSoonerThanItsPausesLastCameTooSoon() {
        rowsIn(ROW, 1);
        long leastMs = ROWS * 4 * 50 + (ROWS - 1) * 100;

        assertThat(PacingRule.isTooSoon(sent(), rows, -100 * MS)).isTrue();
        assertThat(PacingRule.isTooSoon(sent(), rows, -leastMs * MS)).isFalse();
        assertThat(PacingRule.isTooSoon(sent(), List.of(), 0)).isFalse();
    }

    /** Rows in chunks of ten, of which some come at once with or behind the one before. */
    private void rowsWithoutPauseBefore(int place, int from, boolean joined) {
        long atMs = 0;
        for (int row = 0; row < ROWS; row++) {
            int start = text.length();
            for (int chunk = 0; chunk * 10 <= ROW; chunk++) {
                boolean atOnce = chunk == place && row >= from;
                String bytes = chunk * 10 == ROW ? "\n" : "x".repeat(10);
                if (atOnce && joined) {
                    Arrival before = reads.remove(reads.size() - 1);
                    reads.add(new Arrival(before.timeNs(), before.offset(), before.length() + bytes.length()));
                    text.append(bytes);
                } else {
                    atMs += chunk == 0 ? 100 : 50;
                    read(atOnce ? reads.get(reads.size() - 1).timeNs() / MS : atMs, bytes);
                }
            }
            rows.add(new Line("row " + (row + 1), start, start + ROW));
        }
    }

    @Test
    void aChunkThatIsJoinedInMostRowsIsTheSendersDoing() {
        rowsWithoutPauseBefore(4, 1, true);

        assertThatThrownBy(() -> chunks(Tolerance.SENT).requireChunks())
                .isInstanceOf(CheckFailure.class)
                .hasMessageContaining("the last chunk comes together with the one before it");
        assertThatCode(() -> chunks(Tolerance.LATE).requireChunks()).doesNotThrowAnyException();
    }

    @Test
    void aChunkThatIsJoinedInAFewRowsIsTheMachines() {
        rowsWithoutPauseBefore(4, 3, true);

        assertThatCode(() -> chunks(Tolerance.SENT).requireChunks()).doesNotThrowAnyException();
    }

    @Test
    void aPauseThatIsMissingInEachRowIsToldByItsPlace() {
        rowsWithoutPauseBefore(5, 0, false);

        assertThatThrownBy(() -> pauses(Tolerance.SENT).requirePauses(50))
                .isInstanceOf(CheckFailure.class)
                .hasMessageContaining("the newline follows the last chunk at once");
    }

    @Test
    void aPauseThatIsMissingInOneRowCostsNothing() {
        rowsWithoutPauseBefore(5, ROWS - 1, false);

        assertThatCode(() -> pauses(Tolerance.SENT).requirePauses(50)).doesNotThrowAnyException();
    }
}
