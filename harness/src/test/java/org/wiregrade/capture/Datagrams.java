package org.wiregrade.capture;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The ways in which a segment can be put into IP datagrams. */
enum Datagrams {
    FOUR,
    FOUR_WITH_OPTIONS,
    FOUR_OFFLOADED,
    FOUR_IN_FRAGMENTS,
    FOUR_IN_FOUR,
    SIX,
    SIX_WITH_EXTENSIONS,
    SIX_IN_FRAGMENTS;

    private static final int FRAGMENT = 24;

    boolean six() {
        return name().startsWith("SIX");
    }

    /** The address as the reader is to show it. */
    String address(int ip) {
        String four = AddressText.four(ip);
        return six() ? "fd00::" + Integer.toHexString(ip >>> 16) + ":" + Integer.toHexString(ip & 0xffff) : four;
    }

    List<byte[]> of(Sent sent) {
        byte[] segment = sent.segment();
        return switch (this) {
            case FOUR -> List.of(four(sent, 6, new byte[0], 0, segment));
            case FOUR_WITH_OPTIONS -> List.of(four(sent, 6, new byte[12], 0, segment));
            case FOUR_OFFLOADED -> List.of(offloaded(sent, segment));
            case FOUR_IN_FOUR -> List.of(four(sent, 4, new byte[0], 0, four(sent, 6, new byte[0], 0, segment)));
            case SIX -> List.of(six(sent, 6, segment));
            case SIX_WITH_EXTENSIONS -> List.of(six(sent, 0, join(extension(60), extension(6), segment)));
            case FOUR_IN_FRAGMENTS, SIX_IN_FRAGMENTS -> fragments(sent, segment);
        };
    }

    private static byte[] four(Sent sent, int protocol, byte[] options, int fragment, byte[] content) {
        int header = 20 + options.length;
        return ByteBuffer.allocate(header + content.length)
                .put((byte) (0x40 | (header / 4)))
                .put((byte) 0)
                .putShort((short) (header + content.length))
                .putShort((short) sent.identification())
                .putShort((short) fragment)
                .put((byte) 64)
                .put((byte) protocol)
                .putShort((short) 0)
                .putInt(sent.fromIp())
                .putInt(sent.toIp())
                .put(options)
                .put(content)
                .array();
    }

    private static byte[] offloaded(Sent sent, byte[] segment) {
        byte[] datagram = four(sent, 6, new byte[0], 0, segment);
        datagram[2] = 0;
        datagram[3] = 0;
        return datagram;
    }

    private static byte[] six(Sent sent, int next, byte[] content) {
        return ByteBuffer.allocate(40 + content.length)
                .putInt(0x60000000)
                .putShort((short) content.length)
                .put((byte) next)
                .put((byte) 64)
                .putLong(0xfd00L << 48)
                .putInt(0)
                .putInt(sent.fromIp())
                .putLong(0xfd00L << 48)
                .putInt(0)
                .putInt(sent.toIp())
                .put(content)
                .array();
    }

    private static byte[] extension(int next) {
        return new byte[] {(byte) next, 0, 1, 4, 0, 0, 0, 0};
    }

    private List<byte[]> fragments(Sent sent, byte[] segment) {
        List<byte[]> pieces = new ArrayList<>();
        for (int at = 0; at < segment.length; at += FRAGMENT) {
            int end = Math.min(segment.length, at + FRAGMENT);
            boolean more = end < segment.length;
            byte[] piece = Arrays.copyOfRange(segment, at, end);
            if (six()) {
                ByteBuffer header = ByteBuffer.allocate(8)
                        .put((byte) 6)
                        .put((byte) 0)
                        .putShort((short) (at | (more ? 1 : 0)))
                        .putInt(uniqueId(sent));
                pieces.add(six(sent, 44, join(header.array(), piece)));
            } else {
                pieces.add(four(sent, 6, new byte[0], (more ? 0x2000 : 0) | (at / 8), piece));
            }
        }
        return pieces;
    }

    private static int uniqueId(Sent sent) {
        return (sent.identification() << 16) ^ sent.sequence();
    }

    static byte[] join(byte[]... parts) {
        int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        ByteBuffer all = ByteBuffer.allocate(length);
        for (byte[] part : parts) {
            all.put(part);
        }
        return all.array();
    }
}
