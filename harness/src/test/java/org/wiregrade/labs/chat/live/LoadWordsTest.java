package org.wiregrade.labs.chat.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.wiregrade.testbed.Vocabulary;

class LoadWordsTest {
    @Test
    void seedZeroSaysWhatIsWrittenDown() {
        assertThat(LoadWords.of(new Vocabulary(Vocabulary.PLAIN)).of(3, 17)).isEqualTo("c3m17;");
    }

    @Test
    void theLettersDifferWhateverTheSeed() {
        for (long seed = 1; seed < 2000; seed++) {
            LoadWords words = LoadWords.of(new Vocabulary(seed));

            assertThat(words.beforeClient()).isBetween('a', 'z').isNotEqualTo(words.beforeNumber());
            assertThat(words.beforeNumber()).isBetween('a', 'z');
        }
    }
}
