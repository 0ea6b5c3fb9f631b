package org.wiregrade.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wiregrade.Tshark;
import org.wiregrade.wire.Segment;

/** Blocks that are no packets but have a number in Wireshark's list, between the packets of a real capture. */
final class FrameNumbersTest {
    private static final Path REAL = Path.of("..", "fixtures", "captures", "chat.pcapng");
    private static final int ENHANCED_PACKET = 6;
    private static final int JOURNAL = 9;
    private static final int CUSTOM = 0x0BAD;
    private static final int UNKNOWN = 0x0DEAD;
    private static final byte[] VENDOR = {(byte) 0xB8, 0x7E, 0, 0, 'o', 'w', 'n', ' '};

    @TempDir
    private Path folder;

    private Path capture;

    @BeforeEach
    void putBlocksBetween() throws IOException {
        ByteBuffer real = ByteBuffer.wrap(Files.readAllBytes(REAL)).order(ByteOrder.LITTLE_ENDIAN);
        var out = new ByteArrayOutputStream();
        int packets = 0;
        for (int at = 0; at < real.limit(); at += real.getInt(at + 4)) {
            out.write(real.array(), at, real.getInt(at + 4));
            if (real.getInt(at) == ENHANCED_PACKET) {
                packets++;
                out.writeBytes(packets % 3 == 0 ? block(CUSTOM, VENDOR) : new byte[0]);
                out.writeBytes(packets % 4 == 0 ? block(UNKNOWN, VENDOR) : new byte[0]);
                out.writeBytes(
                        packets % 5 == 0
                                ? block(
                                        JOURNAL,
                                        "__REALTIME_TIMESTAMP=1404101101501873\n".getBytes(StandardCharsets.US_ASCII))
                                : new byte[0]);
            }
        }
        capture = folder.resolve("blocks.pcapng");
        Files.write(capture, out.toByteArray());
    }

    private static byte[] block(int type, byte[] body) {
        int total = 12 + (body.length + 3) / 4 * 4;
        ByteBuffer block = ByteBuffer.allocate(total).order(ByteOrder.LITTLE_ENDIAN);
        block.putInt(type).putInt(total).put(body).putInt(total - 4, total);
        return block.array();
    }

    @Test
    void theyAreCountedAsFramesAndNotAsPackets() throws IOException {
        Capture read = Captures.read(capture);

        assertThat(read.packets()).isEqualTo(Captures.read(REAL).packets());
        assertThat(read.problems()).isEmpty();
        assertThat(frames(Captures.read(REAL))).startsWith(10, 18, 24);
        assertThat(frames(read)).startsWith(14, 26, 35);
    }

    @Test
    void theNumbersAreThoseOfTshark() throws Exception {
        List<String> said = Tshark.lines(
                folder, capture, "-Y", "tcp.len > 0 && tcp.stream == 0", "-T", "fields", "-e", "frame.number");

        assertThat(frames(Captures.read(capture)))
                .isEqualTo(said.stream().map(Integer::valueOf).toList());
    }

    /** The frames of the first stream's payloads, in the capture's order. */
    private static List<Integer> frames(Capture read) {
        var stream = read.trace().streams().get(0);
        return Stream.of(stream.toServer(), stream.toClient())
                .flatMap(flow -> flow.segments().stream())
                .map(Segment::frame)
                .sorted()
                .toList();
    }
}
