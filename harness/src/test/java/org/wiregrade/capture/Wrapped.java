package org.wiregrade.capture;

import static org.wiregrade.capture.Datagrams.join;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** The protocols that may stand around a segment, each put around what it carries. */
final class Wrapped {
    static final int IP = 0x0800;

    private static final int TCP = 6;

    private Wrapped() {}

    static Capture read(int linkType, byte[]... frames) throws IOException {
        List<Framed> framed = Stream.of(frames)
                .map(frame -> new Framed(1_000_000_000L, linkType, frame))
                .toList();
        return Captures.read("wrapped.pcap", PcapWriter.write(framed, 0xa1b2c3d4, ByteOrder.LITTLE_ENDIAN));
    }

    /** The segments of a client's port in order; its sequence numbers count from the given one. */
    static byte[] segment(int port, int sequence, int flags, String payload) {
        return new Sent(
                        0,
                        0,
                        port,
                        0,
                        80,
                        sequence,
                        0,
                        flags,
                        4096,
                        1,
                        new byte[0],
                        payload.getBytes(StandardCharsets.US_ASCII))
                .segment();
    }

    static byte[] datagram(byte[] segment) {
        return four(TCP, segment);
    }

    static byte[] four(int protocol, byte[] content) {
        return four(20 + content.length, 0, protocol, new byte[0], content);
    }

    static byte[] options(byte[] options, byte[] content) {
        return four(20 + options.length + content.length, 0, TCP, options, content);
    }

    static byte[] claiming(int total, byte[] content) {
        return four(total, 0, TCP, new byte[0], content);
    }

    /** A piece of a datagram; the place is in bytes. */
    static byte[] piece(int protocol, int place, boolean more, byte[] content) {
        return four(20 + content.length, place / 8 | (more ? 0x2000 : 0), protocol, new byte[0], content);
    }

    private static byte[] four(int total, int fragment, int protocol, byte[] options, byte[] content) {
        return ByteBuffer.allocate(20 + options.length + content.length)
                .put((byte) (0x45 + options.length / 4))
                .put((byte) 0)
                .putShort((short) total)
                .putShort((short) 7)
                .putShort((short) fragment)
                .put((byte) 64)
                .put((byte) protocol)
                .putShort((short) 0)
                .putInt(0x0a000001)
                .putInt(0x0a000002)
                .put(options)
                .put(content)
                .array();
    }

    static byte[] six(int next, byte[] content) {
        return join(u16(0x6000, 0, content.length), new byte[] {(byte) next, 64}, new byte[32], content);
    }

    static byte[] ethernet(int type, byte[] content) {
        return join(new byte[12], u16(type), content);
    }

    static byte[] udp(int port, int length, byte[] content) {
        return join(u16(50_000, port, length, 0), content);
    }

    static byte[] udp(int port, byte[] content) {
        return udp(port, 8 + content.length, content);
    }

    static byte[] vxlan(byte[] frame) {
        return join(u16(0x0800, 0, 0, 0x0100), frame);
    }

    static byte[] gtp(byte[] datagram) {
        return join(u16(0x30ff, datagram.length, 0, 9), datagram);
    }

    static byte[] session(int length, byte[] content) {
        return ethernet(0x8864, join(u16(0x1100, 1, length), content));
    }

    static byte[] error(int type, byte[] quoted) {
        return join(new byte[] {(byte) type, 1, 0, 0, 0, 0, 0, 0}, quoted);
    }

    static byte[] u16(int... values) {
        ByteBuffer all = ByteBuffer.allocate(2 * values.length);
        for (int value : values) {
            all.putShort((short) value);
        }
        return all.array();
    }
}
