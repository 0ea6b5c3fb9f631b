package org.wiregrade.labs.chat.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.wiregrade.labs.chat.live.Greeting.Sighting;
import org.wiregrade.testbed.Vocabulary;

class GreetingTest {
    private static final Greetings PLAIN = Greetings.of(new Vocabulary(Vocabulary.PLAIN));
    private static final Pattern WORD = Pattern.compile("hello-(\\d+)!", Pattern.CASE_INSENSITIVE);
    private static final String[] PARTS = {
        "hello", "HELLO", "Hell", "o", "-", "!", "1", "23", "4567890123", " ", "\n", "…"
    };

    @Test
    void aWordIsSeenWithWhatStandsBeforeIt() {
        assertThat(PLAIN.sightings("[127.0.0.1:5] good day, hello-7!\nHELLO-8! and hello-9"))
                .containsExactly(
                        new Sighting(7, "[127.0.0.1:5] good day, ", "hello-7!"), new Sighting(8, "\n", "HELLO-8!"));
    }

    @Test
    void aNumberThatNoGreetingHasIsNone() {
        assertThat(PLAIN.sightings("hello-12345678901!")).containsExactly(new Sighting(-1, "", "hello-12345678901!"));
    }

    @Test
    void wordsOfAnySeedAreSeen() {
        for (long seed = 1; seed < 300; seed++) {
            Greetings greetings = Greetings.of(new Vocabulary(seed));
            Greeting third = greetings.of(3);
            String stream =
                    "[127.0.0.1:5] " + third.text() + "\n" + third.text().toUpperCase(Locale.ROOT);

            assertThat(greetings.sightings(stream)).extracting(Sighting::number).containsExactly(3, 3);
            assertThat(greetings.sightings(stream).get(0).before()).isEqualTo("[127.0.0.1:5] " + third.opening());
            assertThat(third.in(stream)).isTrue();
            assertThat(greetings.of(30).in(stream)).isFalse();
        }
    }

    @Test
    void damagedTextsAreReadAsARegularExpressionReadsThem() {
        var random = new Random(7);
        int seen = 0;
        for (int round = 0; round < 20_000; round++) {
            var text = new StringBuilder();
            for (int part = random.nextInt(12); part >= 0; part--) {
                text.append(random.nextInt(3) == 0 ? "hello-3!" : PARTS[random.nextInt(PARTS.length)]);
            }
            List<String> wanted = new ArrayList<>();
            for (Matcher word = WORD.matcher(text); word.find(); ) {
                wanted.add(word.group());
            }
            assertThat(PLAIN.sightings(text.toString()))
                    .extracting(Sighting::word)
                    .isEqualTo(wanted);
            seen += wanted.size();
        }
        assertThat(seen).isGreaterThan(10_000);
    }
}
