package org.wiregrade.capture;

import java.nio.ByteBuffer;

/** Finds the IP datagram behind an EtherType; a tag is one line in {@link #tag}, a protocol one in {@link #datagram}. */
final class EtherType {
    static final int NONE = LinkLayer.NONE;

    private static final int ETHERNET_HEADER = 14;
    private static final int LARGEST_LENGTH_FIELD = 1500;

    private final Bound bound;
    /** The innermost one that was read; negative where none was. */
    int last;

    EtherType(Bound bound) {
        this.bound = bound;
    }

    /** Where the datagram begins in an Ethernet frame, or {@link #NONE}. */
    int ethernet(ByteBuffer frame, int at, int end) {
        return end - at < ETHERNET_HEADER ? NONE : datagram(u16(frame, at + 12), frame, at + ETHERNET_HEADER, end);
    }

    /** Where the datagram begins behind any stack of tags, or {@link #NONE}. */
    int datagram(int firstType, ByteBuffer frame, int first, int end) {
        int type = firstType;
        int at = first;
        for (int size = tag(type, frame, at, end); size > 0; size = tag(type, frame, at, end)) {
            if (end - at < size) {
                return NONE;
            }
            at += size;
            type = u16(frame, at - 2);
        }
        last = type;
        return switch (type) {
            case 0x0800, 0x86dd -> at;
            case 0x8847, 0x8848 -> labels(frame, at, end);
            case 0x8864 -> session(frame, at, end);
            default -> NONE;
        };
    }

    /** The bytes up to the next EtherType, with it; 0 where no tag is. */
    private static int tag(int type, ByteBuffer frame, int at, int end) {
        return switch (type) {
            case 0x8100, 0x88a8, 0x9100, 0x9200, 0x9300 -> 4; // IEEE 802.1Q, 802.1ad
            case 0x8903 -> 2 + ETHERNET_HEADER; // FabricPath
            case 0x88e7 -> 4 + ETHERNET_HEADER; // provider backbone bridges, IEEE 802.1ah
            case 0x8909 -> 8; // Cisco's metadata
            default -> type <= LARGEST_LENGTH_FIELD && isSnap(frame, at, end) ? 8 : 0;
        };
    }

    /** IEEE 802.2 with SNAP and no organisation: an EtherType follows, as in RFC 1042. */
    private static boolean isSnap(ByteBuffer frame, int at, int end) {
        return end - at >= 8 && frame.getInt(at) == 0xaaaa0300 && u16(frame, at + 4) == 0;
    }

    /** PPPoE, RFC 2516, section 4. */
    private int session(ByteBuffer frame, int at, int end) {
        if (end - at < 6) {
            return NONE;
        }
        bound.narrow(at + 6 + u16(frame, at + 4));
        return pppProtocol(frame, at + 6, Math.min(end, bound.end));
    }

    /** RFC 1661, sections 2 and 6.5: an odd first byte is a compressed field of one byte. */
    static int pppProtocol(ByteBuffer frame, int at, int end) {
        if (end - at < 2) {
            return NONE;
        }
        int size = (frame.get(at) & 1) == 0 ? 2 : 1;
        int protocol = size == 2 ? u16(frame, at) : frame.get(at);
        return protocol == 0x21 || protocol == 0x57 ? at + size : NONE;
    }

    /** MPLS: up to the label that is marked as the last, RFC 3032. */
    private static int labels(ByteBuffer frame, int first, int end) {
        for (int at = first; end - at >= 4; at += 4) {
            if ((frame.get(at + 2) & 1) != 0) {
                return at + 4;
            }
        }
        return NONE;
    }

    private static int u16(ByteBuffer frame, int at) {
        return frame.getShort(at) & 0xffff;
    }
}
