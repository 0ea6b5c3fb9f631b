package org.wiregrade.labs.twoflow.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wiregrade.labs.twoflow.rule.LabFlow;
import org.wiregrade.labs.twoflow.rule.MessageRow;
import org.wiregrade.testbed.CheckFailure;

/** A CSV file is read as programs and spreadsheets save it. */
class MessageRowsTest {
    @TempDir
    Path folder;

    private List<MessageRow> read(String text) throws IOException {
        Path file = folder.resolve("chat_messages.csv");
        Files.writeString(file, text);
        return MessageRows.read(file, LabFlow.CHAT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "timestamp,speaker,flow,message\n10:00,Ana,CHAT,\"Hi, you; there\"\n",
                "timestamp;speaker;flow;message\r\n10:00;Ana;CHAT;\"Hi, you; there\"\r\n",
                "\uFEFFtimestamp;speaker;flow;message\n10:00;Ana;CHAT;\"Hi, you; there\"\n;;;\n",
                "timestamp,speaker,flow,message,,\n10:00,Ana,CHAT,\"Hi, you; there\",,\n",
            })
    void spreadsheetsSaveItInTheirOwnWay(String text) throws IOException {
        assertThat(read(text)).hasSize(1);
        assertThat(read(text).get(0).fields()).containsExactly("10:00", "Ana", "CHAT", "Hi, you; there");
    }

    @Test
    void blanksThatDoNotBreakStayInAMessage() throws IOException {
        assertThat(read("timestamp,speaker,flow,message\n10:00,Ana,CHAT,a\u00A0b\n")
                        .get(0)
                        .message())
                .isEqualTo("a\u00A0b");
    }

    @Test
    void otherColumnsAreNamed() {
        assertThatThrownBy(() -> read("time,who,what\n10:00,Ana,Hi\n"))
                .isInstanceOf(CheckFailure.class)
                .hasMessageContaining("time,who,what");
    }
}
