package org.wiregrade.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VocabularyTest {
    @Test
    void theSameSeedSaysTheSameWhateverWasAskedBefore() {
        var one = new Vocabulary(4711);
        var other = new Vocabulary(4711);
        one.noun("something else", "x");

        assertThat(one.numbered("chat")).isEqualTo(other.numbered("chat"));
        assertThat(one.sentence("a", "plain text")).isEqualTo(other.sentence("a", "plain text"));
    }

    @Test
    void seedZeroSaysWhatIsWrittenDown() {
        var plain = new Vocabulary(Vocabulary.PLAIN);

        assertThat(plain.numbered("chat").of(7)).isEqualTo("hello-7!");
        assertThat(plain.sentence("a", "good night")).isEqualTo("good night");
        assertThat(plain.one("a", List.of("first", "second"))).isEqualTo("first");
    }

    @Test
    void otherSeedsSaySomethingElseAndNeverTheWordsThatAreWrittenDown() {
        Set<String> said = new HashSet<>();
        LongStream.range(1, 500)
                .mapToObj(seed -> new Vocabulary(seed).numbered("chat"))
                .forEach(form -> {
                    assertThat(form.of(1)).doesNotContain("hello").doesNotContain(" ");
                    assertThat(form.word()).matches("[a-z]+");
                    said.add(form.of(1));
                });

        assertThat(said).hasSizeGreaterThan(490);
    }

    @Test
    void noNumberedWordIsPartOfAnother() {
        for (long seed = 0; seed < 50; seed++) {
            Vocabulary.Numbered form = new Vocabulary(seed).numbered("relay");
            List<String> words = IntStream.range(0, 300).mapToObj(form::of).toList();
            String all = String.join("", words);

            words.forEach(word -> assertThat(all.indexOf(word)).isEqualTo(all.lastIndexOf(word)));
        }
    }

    @Test
    void aSentenceIsAsLongAsTheOneThatIsWrittenDown() {
        for (long seed = 1; seed < 300; seed++) {
            assertThat(new Vocabulary(seed).sentence("row", "a rest of 1."))
                    .hasSize(12)
                    .matches("[a-z][a-z ]*\\.{1,2}");
        }
    }

    @Test
    void nobodyKnowsBeforeWhatIsSaid() {
        assertThat(Vocabulary.any().seed()).isPositive();
        assertThat(IntStream.range(0, 20).mapToObj(i -> Vocabulary.any().seed()).distinct())
                .hasSizeGreaterThan(10);
    }

    @Test
    void aSeedIsRead() {
        assertThat(Vocabulary.of(" 42 ").seed()).isEqualTo(42);
        assertThat(Vocabulary.of("").seed()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "x", "1.5", "9999999999999999999", "١"})
    void whatIsNoSeedIsRefused(String typed) {
        assertThatThrownBy(() -> Vocabulary.of(typed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(typed);
    }
}
