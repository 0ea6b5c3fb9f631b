package org.wiregrade.labs.chat.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wiregrade.labs.chat.log.LoggedText;
import org.wiregrade.labs.chat.log.ServerLog;
import org.wiregrade.labs.chat.rule.ChatText;
import org.wiregrade.labs.evidence.Quote;
import org.wiregrade.testbed.Vocabulary;

/** Nothing that a program tells, on the wire or in its log, breaks what reads it, or keeps it busy for long. */
class ToldTextFuzzTest {
    private static final long SEED = 20_261_126;
    private static final int SHORT_TEXTS = 400;
    private static final int LONG_TEXTS = 24;
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** What parsers look for, in pieces, and what no parser expects. */
    private static final String[] PIECES = {
        "[",
        "]",
        "(",
        ")",
        "'",
        "\"",
        "b'",
        "\\\\",
        "\\\\x",
        "\\\\xff",
        "\\\\u12",
        ":",
        ",",
        ".",
        ";",
        "-",
        "->",
        "=>",
        "!",
        "?",
        "…",
        " ",
        "  ",
        "\t",
        "\r",
        "\n",
        "\0",
        "\u0085",
        "\u2028",
        "\uFFFD",
        "\uFEFF",
        "\ud83d",
        "ă",
        "日",
        "😀",
        "١",
        "٣",
        "0",
        "1",
        "7",
        "70000",
        "99999999999999",
        "-1",
        "1e999",
        "2147483648",
        "127.0.0.1",
        "127.0.0.1:5",
        "::1",
        "[::1]:5",
        "999.999.999.999:99999",
        "[127.0.0.1:40001] ",
        "[INFO]",
        "[RECV]",
        "[FWD]",
        "[CONNECT]",
        "[DISCONNECT]",
        "[START]",
        "RECV",
        "From ",
        "To ",
        "from",
        "hello",
        "hello-",
        "hello-1!",
        "hello-99999999999999999999!",
        "HELLO-2!",
        "good day, ",
        "c1m2;",
        "c99m99;",
        "c2147483648m1;",
        "m1;",
        " ms",
        "ms",
        "1,5 ms",
        "bytes)",
        "(5 bytes)",
        "len=7",
        "message: ",
        "said: ",
        "e.g.",
        "etc.",
        "ă.",
        "M.",
        "10:00:00",
        "2025-12-13T10:00:00",
        "$ java",
        "> ",
        "PS C:\\\\>",
        "```",
        "* ",
        "1. "
    };

    private static String text(SplittableRandom random, int pieces, int different) {
        var text = new StringBuilder();
        String[] chosen = new String[different];
        for (int i = 0; i < different; i++) {
            chosen[i] = PIECES[random.nextInt(PIECES.length)];
        }
        for (int i = 0; i < pieces; i++) {
            text.append(random.nextInt(500) == 0 ? noise(random) : chosen[random.nextInt(different)]);
        }
        return text.toString();
    }

    /** A log's line as long as one that is read whole, with the text before its address. */
    private static String line(String text) {
        String start = text.length() > 19_000 ? text.substring(0, 19_000) : text;
        return "[RECV] " + start.replace('\n', ' ').replace('\r', ' ') + " 127.0.0.1:5 ";
    }

    /** Bytes that are no UTF-8, as they are decoded. */
    private static String noise(SplittableRandom random) {
        byte[] bytes = new byte[random.nextInt(1, 12)];
        random.nextBytes(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    static Stream<Map.Entry<String, Consumer<String>>> readers() {
        Greetings greetings = Greetings.of(new Vocabulary(Vocabulary.PLAIN));
        return Stream.of(
                Map.entry("greetings", greetings::sightings),
                Map.entry("labels of any kind", text -> new Labels(List.of(text, "[1] "), false).strip(text + text)),
                Map.entry("the lab's labels", text -> new Labels(List.of("[127.0.0.1:1] "), true).strip(text)),
                Map.entry("shown text", Quote::text),
                Map.entry("round-trip times", text -> ShownTime.in(text.lines().toList())),
                Map.entry("a server's log", ServerLog::of),
                Map.entry("one line of a log", text -> ServerLog.of(line(text))),
                Map.entry("a logged text", text -> new LoggedText(text).readings()),
                Map.entry("a logged text compared", text -> new LoggedText(text).mayBe(text + "x")),
                Map.entry("bytes as text", text -> ChatText.decode(text.getBytes(StandardCharsets.UTF_16BE))));
    }

    @ParameterizedTest
    @MethodSource("readers")
    void isRead(Map.Entry<String, Consumer<String>> reader) {
        var random = new SplittableRandom(SEED);
        assertTimeoutPreemptively(LIMIT, () -> {
            for (int round = 0; round < SHORT_TEXTS + LONG_TEXTS; round++) {
                boolean isShort = round < SHORT_TEXTS;
                String text = text(random, isShort ? random.nextInt(60) : 12_000, isShort ? 6 : random.nextInt(1, 4));
                int number = round;
                assertThatCode(() -> reader.getValue().accept(text))
                        .as("%s, text %d of seed %d: %s", reader.getKey(), number, SEED, Quote.text(text))
                        .doesNotThrowAnyException();
            }
        });
    }

    /** The longest line that a program can print, of one piece only: where patterns look around for ever, or too deep. */
    @ParameterizedTest
    @MethodSource("readers")
    void isReadThoughItIsTheSameOverAndOver(Map.Entry<String, Consumer<String>> reader) {
        assertThat(PIECES.length).isGreaterThan(50);
        for (String piece : PIECES) {
            String text = piece.repeat((64 << 10) / piece.length());
            assertTimeoutPreemptively(
                    Duration.ofSeconds(10),
                    () -> assertThatCode(() -> reader.getValue().accept(text))
                            .as("%s: %s over and over", reader.getKey(), Quote.text(piece))
                            .doesNotThrowAnyException(),
                    () -> reader.getKey() + " of " + Quote.text(piece));
        }
    }
}
