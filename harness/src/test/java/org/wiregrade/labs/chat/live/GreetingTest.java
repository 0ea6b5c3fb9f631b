package org.wiregrade.labs.chat.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.wiregrade.labs.chat.live.Greeting.Sighting;

class GreetingTest {
    private static final Pattern WORD = Pattern.compile("hello-(\\d+)!", Pattern.CASE_INSENSITIVE);
    private static final String[] PARTS = {
        "hello", "HELLO", "Hell", "o", "-", "!", "1", "23", "4567890123", " ", "\n", "…"
    };

    @Test
    void aWordIsSeenWithWhatStandsBeforeIt() {
        assertThat(Greeting.sightings("[127.0.0.1:5] good day, hello-7!\nHELLO-8! and hello-9"))
                .containsExactly(
                        new Sighting(7, "[127.0.0.1:5] good day, ", "hello-7!"), new Sighting(8, "\n", "HELLO-8!"));
    }

    @Test
    void aNumberThatNoGreetingHasIsNone() {
        assertThat(Greeting.sightings("hello-12345678901!"))
                .containsExactly(new Sighting(-1, "", "hello-12345678901!"));
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
            assertThat(Greeting.sightings(text.toString()))
                    .extracting(Sighting::word)
                    .isEqualTo(wanted);
            seen += wanted.size();
        }
        assertThat(seen).isGreaterThan(10_000);
    }
}
