package org.wiregrade.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wiregrade.wire.TcpStream;

/**
 * A capture of more than three gibibytes, almost all of them a block that nobody knows; on the disk the file is small.
 *
 * <p>Packets lie across each of the gibibytes' borders, where one window of the mapped file ends and the next begins.
 */
class LargeCaptureTest {
    private static final Path SMALL = Path.of("..", "fixtures", "captures", "chat.pcapng");
    private static final int LOCAL_USE = 0x8000_0001;
    private static final int DESCRIPTIONS = 2;
    private static final int BETWEEN = 12;
    private static final int BEFORE_THE_BORDER = 52;

    @TempDir
    Path folder;

    /** Writes the same blocks, and fills the file up before some of them so that each of these begins just before a border. */
    private Path grown() throws IOException {
        ByteBuffer blocks = ByteBuffer.wrap(Files.readAllBytes(SMALL)).order(ByteOrder.LITTLE_ENDIAN);
        Path large = folder.resolve("large.pcapng");
        long border = 1L << 30;
        try (FileChannel file = FileChannel.open(large, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (int number = 0; blocks.hasRemaining(); number++) {
                if (number >= DESCRIPTIONS && number % BETWEEN == 0 && border <= 3L << 30) {
                    fill(file, border - BEFORE_THE_BORDER);
                    border += 1L << 30;
                }
                int length = blocks.getInt(blocks.position() + 4);
                file.write(blocks.slice(blocks.position(), length));
                blocks.position(blocks.position() + length);
            }
        }
        return large;
    }

    /** Writes one block up to here, of which only both ends take room. */
    private static void fill(FileChannel file, long end) throws IOException {
        int length = (int) (end - file.position());
        ByteBuffer head = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
        head.putInt(LOCAL_USE).putInt(length).flip();
        file.write(head);
        file.position(end - 4);
        file.write(ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(length)
                .flip());
    }

    @Test
    void saysWhatTheSmallOneSays() throws IOException {
        Path large = grown();
        assertThat(Files.size(large)).isGreaterThan(3L << 30);

        Capture expected = Captures.read(SMALL);
        Capture capture = Captures.read(large);

        assertThat(capture.problems()).isEmpty();
        assertThat(capture.packets()).isEqualTo(expected.packets());
        List<TcpStream> streams = capture.trace().streams();
        assertThat(streams).hasSameSizeAs(expected.trace().streams());
        for (TcpStream stream : streams) {
            TcpStream same = expected.trace().streams().get(stream.index());
            assertThat(stream.client()).isEqualTo(same.client());
            assertThat(stream.lastFrame()).isEqualTo(same.lastFrame());
            assertThat(stream.toServer().sha256()).isEqualTo(same.toServer().sha256());
            assertThat(stream.toClient().sha256()).isEqualTo(same.toClient().sha256());
            assertThat(stream.toClient().sizes()).isEqualTo(same.toClient().sizes());
        }
    }
}
