package org.wiregrade.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wiregrade.jvm.PlainJava;

/** What a program prints, as lines. */
final class OutputTest {
    private static final Duration SOON = Duration.ofSeconds(60);

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
    void whatJavaSaysAboutItsEnvironmentIsNotTheProgramsWord() {
        String remark = PlainJava.REMARK;
        Output output = readAll(bytes(remark + "\nready\n" + remark + "!\nPing\n" + remark + "\r\n\nP"));

        assertThat(output.linesFrom(0)).containsExactly("ready", remark + "!", "Ping", "", "P");
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

    @Test
    void ofMuchTheFirstAndTheLastLinesAreKept() {
        int count = 400_000;
        StringBuilder printed = new StringBuilder();
        IntStream.range(0, count)
                .forEach(i ->
                        printed.append("line ").append(i).append(" ".repeat(40)).append('\n'));
        Output output = readAll(bytes(printed.toString()));

        assertThat(output.size()).isEqualTo(count);
        assertThat(output.linesFrom(0).get(0)).startsWith("line 0 ");
        assertThat(output.linesFrom(0)).hasSizeLessThan(count);
        assertThat(output.linesFrom(count - 1)).singleElement().asString().startsWith("line " + (count - 1));
        assertThat(output.excerpt())
                .contains("line 39 ", "… " + (count - 80) + " lines more …", "line " + (count - 40));
    }

    @Test
    void whoIsSilentIsCalm() throws IOException {
        try (var pipe = new PipedOutputStream();
                var silent = new PipedInputStream(pipe)) {
            pipe.write("ready\n".getBytes(StandardCharsets.UTF_8));

            Output output = new Output(silent, () -> ended.set(true));

            assertThat(output.awaitCalm(SOON)).isTrue();
            assertThat(output.isEndless()).isFalse();
            assertThat(ended).isFalse();
        }
    }

    @Test
    void whoPrintsOnIsNotCalm() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return '\n';
            }

            @Override
            public int read(byte[] buffer, int from, int length) {
                LockSupport.parkNanos(1_000_000);
                Arrays.fill(buffer, from, from + length, (byte) '\n');
                return ended.get() ? -1 : length;
            }
        };

        Output output = new Output(endless, () -> ended.set(true));

        assertThat(output.awaitCalm(Duration.ofSeconds(1))).isFalse();
        assertThat(output.isEndless()).isTrue();
        ended.set(true);
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
