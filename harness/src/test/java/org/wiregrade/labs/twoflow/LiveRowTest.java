package org.wiregrade.labs.twoflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wiregrade.testbed.Vocabulary;

/** Whatever the words are, the rows keep what makes them hard. */
class LiveRowTest {
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 77, 4711, 123_456, 999_999})
    void voipRowsKeepTheirLengthsAndBorders(long seed) {
        List<LiveRow> rows = LiveRow.voip(new Vocabulary(seed));

        assertThat(rows.subList(0, 3))
                .allMatch(LiveRow::plain)
                .extracting(row -> row.bytes().length)
                .containsExactly(51, 50, 55);
        assertThat(rows.get(3).message()).contains("\n").contains("\"").contains(",");
        byte[] last = rows.get(4).bytes();
        assertThat(last[TwoFlowLab.CHUNK_SIZE * 4] & 0xc0)
                .as("the byte behind a chunk's end continues a letter")
                .isEqualTo(0x80);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 77, 4711, 123_456, 999_999})
    void eachRowIsKnownByAMarkThatNoOtherTextHas(long seed) {
        var words = new Vocabulary(seed);
        for (List<LiveRow> rows : List.of(LiveRow.chat(words), LiveRow.voip(words))) {
            String all = LiveRow.csv(rows);

            assertThat(rows).hasSize(5).allSatisfy(row -> {
                assertThat(all.split(row.mark(), -1)).hasSize(2);
                assertThat(row.payload().length() - row.message().length()).isLessThan(45);
            });
            assertThat(rows).extracting(LiveRow::mark).isSorted();
        }
    }
}
