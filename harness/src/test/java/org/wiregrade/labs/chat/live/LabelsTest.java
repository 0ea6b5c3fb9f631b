package org.wiregrade.labs.chat.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wiregrade.labs.chat.rule.ChatAssignment;
import org.wiregrade.wire.Endpoint;

/** Labels are taken off wherever they stand, also right behind another or in the middle of a word. */
final class LabelsTest {
    @Test
    void labelsOfAnyPortGo() {
        var labels = new Labels(List.of(ChatAssignment.prefix(new Endpoint("127.0.0.1", 40001))), true);

        assertThat(labels.strip("[127.0.0.1:5] one\r\n[127.0.0.1:60000] [127.0.0.1:1] two"))
                .isEqualTo("onetwo");
        assertThat(labels.strip("hel[127.0.0.1:5] lo [not a label] [127.0.0.1:] "))
                .isEqualTo("hello [not a label] [127.0.0.1:] ");
        assertThat(labels.strip("[[127.0.0.1:5] x")).isEqualTo("[x");
    }

    @Test
    void wrongLabelsGoAsTheyWereSeen() {
        assertThat(new Labels(List.of("40001: ", "From 40002> "), false).strip("7: a\nFrom 9> b"))
                .isEqualTo("ab");
        assertThat(new Labels(List.of("(40001) ", "(40002) "), false).strip("(1) a(2) b(c) "))
                .isEqualTo("ab(c) ");
    }

    @Test
    void withoutLabelsOnlyLineEndsGo() {
        assertThat(new Labels(List.of(""), false).strip("a\nb\r\n")).isEqualTo("ab");
    }
}
