package org.wiregrade.labs.chat.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wiregrade.labs.chat.log.LogEntry.Event;
import org.wiregrade.wire.Endpoint;

class ServerLogTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "[RECV] From 127.0.0.1:34686 -> hi, ăla!",
                "  [RECV] From 127.0.0.1:34686 ->    hi, ăla!  ",
                "[RECV] From 127.0.0.1:34686 -> b'hi, \\xc4\\x83la!\\n'",
                "[RECV] From 127.0.0.1:34686 -> 'hi, ăla!\\r\\n'",
                "[RECV] From 127.0.0.1:34686 -> \"hi, \\u0103la!\\n\"",
                "[RECV] From ('127.0.0.1', 34686) -> b\"hi, \\xc4\\x83la!\"",
                "[RECV] from /127.0.0.1:34686: hi, ăla!",
                "[RECV] From ::ffff:127.0.0.1:34686 => hi, ăla!",
                "[RECV] From 127.0.0.1:34686 (10 bytes) -> hi, ăla!",
                "[RECV] 10 bytes from 127.0.0.1:34686: hi, ăla!",
                "[RECV] From 127.0.0.1:34686 -> hi, ăla! (10 bytes)",
                "[RECV] b'hi, \\xc4\\x83la!' from 127.0.0.1:34686",
                "[recv] 127.0.0.1:34686 | hi, ăla!",
                "2026-11-22 10:00:00,123 [RECV] From 127.0.0.1:34686 -> hi, ăla!",
                "10:00:00.123 INFO server - [RECV] From 127.0.0.1:34686 -> hi, ăla!",
                "[10:00:00] [Thread-1] [RECV] From 127.0.0.1:34686 -> hi, ăla!",
                "INFO:root:[RECV] From 127.0.0.1:34686 -> hi, ăla!",
                "Nov 22, 2026 10:00:00 AM [RECV] From 127.0.0.1:34686 -> hi, ăla!",
                "server-1  | RECV From 127.0.0.1:34686 -> hi, ăla!",
                "[RECV] From 127.0.0.1:34686 -> hi, ??la!",
            })
    void aMessageIsReadInManyForms(String line) {
        ServerLog log = ServerLog.of(line);
        assertThat(log.entries()).hasSize(1);
        LogEntry entry = log.entries().get(0);
        assertThat(entry.event()).isEqualTo(Event.RECEIVED);
        assertThat(entry.client()).isEqualTo(new Endpoint("127.0.0.1", 34686));
        assertThat(entry.words().mayBe("hi, ăla!")).isTrue();
        assertThat(entry.words().mayBe("hi, bla!")).isFalse();
        assertThat(ServerLog.isLogLine(line)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[RECV] From ::1:34686 -> hi",
                "[RECV] From [::1]:34686 -> hi",
                "[RECV] From 0:0:0:0:0:0:0:1:34686 -> hi",
                "[RECV] From ('::1', 34686, 0, 0) -> hi"
            })
    void addressesOfSixAreRead(String line) {
        LogEntry entry = ServerLog.of(line).entries().get(0);
        assertThat(entry.client()).isEqualTo(new Endpoint("0:0:0:0:0:0:0:1", 34686));
        assertThat(entry.words().mayBe("hi")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The line [RECV] From 127.0.0.1:34686 -> hello matches packet 13.",
                "127.0.0.1:34686 sent hello.",
                "[RECV] lines show what the three clients sent to it.",
                "",
                "RECEIVED: 5 messages",
            })
    void whatOnlySpeaksOfTheLogIsNoEntry(String line) {
        assertThat(ServerLog.of(line).entries()).isEmpty();
    }

    @Test
    void eachStartBeginsARun() {
        ServerLog log = ServerLog.of("""
                [START] on 127.0.0.1:3333
                [RECV] From 127.0.0.1:1 -> a
                [START] on 127.0.0.1:3333
                [RECV] From 127.0.0.1:2 -> b
                """);
        assertThat(log.runs()).isEqualTo(2);
        assertThat(log.entries()).extracting(LogEntry::run).containsExactly(0, 1);
        assertThat(log.entries()).extracting(LogEntry::line).containsExactly(2, 4);
    }

    @Test
    void aLengthAloneIsNoMessage() {
        assertThat(ServerLog.of("[RECV] From 127.0.0.1:34686 -> 15 bytes")
                        .entries()
                        .get(0)
                        .words()
                        .isBlank())
                .isTrue();
    }
}
