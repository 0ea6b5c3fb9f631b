package org.wiregrade.labs.chat.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChatTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"ăâîșț € 日本 😀", "ñöüß 你好 ✓ 🚀", "λμπως 山川 ☂", "çğış ₤ 春秋", "ǆ ŉ ﬁ"})
    void capitalsAreTheSameText(String text) {
        assertThat(ChatText.cameInAnyCase("[a] " + text + "\n", text)).isTrue();
        assertThat(ChatText.cameInAnyCase("[A] " + text.toUpperCase(Locale.ROOT), text))
                .isTrue();
        assertThat(ChatText.cameInAnyCase("[a] " + text.toLowerCase(Locale.ROOT), text))
                .isTrue();
    }

    @Test
    void otherLettersAreNot() {
        assertThat(ChatText.cameInAnyCase("noüss", "ñöüß")).isFalse();
        assertThat(ChatText.cameInAnyCase("ñöüss", "ñöüß")).isFalse();
        assertThat(ChatText.cameInAnyCase("ñöü\uFFFD", "ñöüß")).isFalse();
    }

    @Test
    void lineEndsAreTakenOutWhereverTheyAre() {
        assertThat(ChatText.withoutLineEnds("\r\none\n\ntwo\r")).isEqualTo("onetwo");
        assertThat(ChatText.withoutLineEnds("one")).isEqualTo("one");
    }
}
