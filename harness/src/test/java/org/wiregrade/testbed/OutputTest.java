package org.wiregrade.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a program prints, as lines. */
final class OutputTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    private final AtomicBoolean ended = new AtomicBoolean();

    @Test
    void linesAreTheSameInWhateverPiecesTheyCome() {
        String printed = "first\nsecond \u00e9\u4e2d\r\n\n\ud83d\ude00 last, without an end";

        assertThat(readAll(bytes(printed)).linesFrom(0))
                .isEqualTo(readAll(byteByByte(printed)).linesFrom(0))
                .containsExactly("first", "second \u00e9\u4e2d", "", "\ud83d\ude00 last, without an end");
    }

    @Test
    void bytesThatAreNotUtf8AreShownAsReplaced() {
        Output output = readAll(new ByteArrayInputStream(new byte[] {'a', (byte) 0xFF, 'b', '\n'}));

        assertThat(output.linesFrom(0)).containsExactly("a\ufffdb");
    }

    @Test
    void aLineWithoutAnEndIsCutIntoPieces() {
        int longest = 64 << 10;
        Output output = readAll(bytes("x".repeat(2 * longest + 5) + "\nnext\n"));

        assertThat(output.linesFrom(0)).extracting(String::length).containsExactly(longest, longest, 5, 4);
    }

    @Test
    void whoPrintsForEverIsEnded() {
        Output output = readAll(new InputStream() {
            @Override
            public int read() {
                return '\n';
            }
        });

        assertThat(output.flooded()).isTrue();
        assertThat(ended).isTrue();
    }

    @Test
    void aLineIsAwaitedFromAMark() {
        Output output = readAll(bytes("ready\nother\nready 2\n"));

        assertThat(output.await(0, line -> line.startsWith("ready"), SOON)).contains("ready");
        assertThat(output.await(1, line -> line.startsWith("ready"), SOON)).contains("ready 2");
        assertThat(output.await(3, line -> true, SOON)).isEmpty();
    }

    private Output readAll(InputStream printed) {
        var output = new Output(printed, () -> ended.set(true));
        assertThat(output.awaitEnded(SOON)).isTrue();
        return output;
    }

    private static InputStream bytes(String printed) {
        return new ByteArrayInputStream(printed.getBytes(StandardCharsets.UTF_8));
    }

    private static InputStream byteByByte(String printed) {
        byte[] all = printed.getBytes(StandardCharsets.UTF_8);
        return new SequenceInputStream(Collections.enumeration(IntStream.range(0, all.length)
                .mapToObj(i -> new ByteArrayInputStream(all, i, 1))
                .toList()));
    }
}
