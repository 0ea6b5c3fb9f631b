package org.wiregrade.labs.twoflow.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wiregrade.labs.twoflow.rule.Assignment;
import org.wiregrade.labs.twoflow.rule.LabFlow;
import org.wiregrade.labs.twoflow.rule.MessageRow;
import org.wiregrade.testbed.Vocabulary;

/** Whatever the words are, the rows keep what makes them hard. */
class LiveRowsTest {
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 77, 4711, 123_456, 999_999})
    void voipRowsKeepTheirLengthsAndBorders(long seed) {
        List<MessageRow> rows = new LiveRows(LabFlow.VOIP, new Vocabulary(seed)).rows();

        assertThat(rows.subList(0, 3))
                .allMatch(MessageRow::isPlain)
                .extracting(row -> row.bytes().length())
                .containsExactly(51, 50, 55);
        assertThat(rows.get(3).message()).contains("\n").contains("\"").contains(",");
        assertThat(rows.get(4).bytes().charAt(Assignment.CHUNK * 4) & 0xc0)
                .as("the byte behind a chunk's end continues a letter")
                .isEqualTo(0x80);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 77, 4711, 123_456, 999_999})
    void eachRowIsKnownByAKeyThatNoOtherTextHas(long seed) {
        for (LabFlow flow : LabFlow.values()) {
            List<MessageRow> rows = new LiveRows(flow, new Vocabulary(seed)).rows();
            String all = LiveRows.csv(rows);

            assertThat(rows).hasSize(flow == LabFlow.CHAT ? 6 : 5).allSatisfy(row -> {
                assertThat(all.split(row.key(), -1)).hasSize(2);
                assertThat(row.payload().length() - row.message().length()).isLessThan(45);
            });
            assertThat(rows).filteredOn(MessageRow::isPlain).hasSize(flow == LabFlow.CHAT ? 2 : 3);
            assertThat(rows).extracting(MessageRow::key).isSorted();
        }
    }
}
