package org.wiregrade.capture;

import java.nio.ByteBuffer;

/** Finds the IP datagram in a captured frame; a link type is one line in {@link #datagram} and one method. */
final class LinkLayer {
    /** No IP datagram here. */
    static final int NONE = -1;

    private final Bound bound;
    private final EtherType etherType;

    LinkLayer(Bound bound, EtherType etherType) {
        this.bound = bound;
        this.etherType = etherType;
    }

    /** Where the datagram begins, or {@link #NONE}; link types as in the tcpdump project's list. */
    int datagram(int linkType, ByteBuffer frame, int at, int end) {
        return switch (linkType) {
            case 1 -> etherType.ethernet(frame, at, end);
            case 0, 108 -> loopback(at, end);
            case 12, 14, 101, 228, 229 -> at;
            case 113 -> cooked(frame, at, end);
            case 276 -> cooked2(frame, at, end);
            case 9, 50 -> pointToPoint(frame, at, end);
            case 104 -> ciscoHdlc(frame, at, end);
            case 105 -> wireless(frame, at, end);
            case 127, 192 -> wireless(frame, behindRadio(frame, at, end), end);
            case 239 -> netfilterLog(frame, at, end);
            case 258 -> packetTap(frame, at, end);
            default -> NONE;
        };
    }

    /** NULL and LOOP: the family's number differs between systems and byte orders, so the datagram tells itself. */
    private static int loopback(int at, int end) {
        return end - at < 4 ? NONE : at + 4;
    }

    /** LINUX_SLL. */
    private int cooked(ByteBuffer frame, int at, int end) {
        return end - at < 16 ? NONE : etherType.datagram(u16(frame, at + 14), frame, at + 16, end);
    }

    /** LINUX_SLL2. */
    private int cooked2(ByteBuffer frame, int at, int end) {
        return end - at < 20 ? NONE : etherType.datagram(u16(frame, at), frame, at + 20, end);
    }

    /** PPP, with or without the address and control bytes of RFC 1662; some save Cisco's framing as PPP. */
    private int pointToPoint(ByteBuffer frame, int at, int end) {
        if (end - at >= 4 && (u16(frame, at) == 0x0f00 || u16(frame, at) == 0x8f00)) {
            return ciscoHdlc(frame, at, end);
        }
        int start = end - at >= 2 && u16(frame, at) == 0xff03 ? at + 2 : at;
        return EtherType.pppProtocol(frame, start, end);
    }

    private int ciscoHdlc(ByteBuffer frame, int at, int end) {
        return end - at < 4 ? NONE : etherType.datagram(u16(frame, at + 2), frame, at + 4, end);
    }

    /** IEEE 802.11 data frames that are not encrypted. */
    private int wireless(ByteBuffer frame, int at, int end) {
        if (at == NONE || end - at < 24 || (frame.get(at) & 0x0c) != 0x08 || (frame.get(at + 1) & 0x40) != 0) {
            return NONE;
        }
        int flags = frame.get(at + 1);
        boolean quality = (frame.get(at) & 0x80) != 0;
        int header = 24 + ((flags & 3) == 3 ? 6 : 0) + (quality ? 2 : 0) + (quality && (flags & 0x80) != 0 ? 4 : 0);
        return etherType.datagram(0, frame, at + header, end);
    }

    /** Behind the header of radiotap or PPI, which give their length alike. */
    private static int behindRadio(ByteBuffer frame, int at, int end) {
        int header = end - at < 8 ? 0 : Short.reverseBytes(frame.getShort(at + 2)) & 0xffff;
        return header < 8 || header > end - at ? NONE : at + header;
    }

    /** Apple's PKTAP: a header in the host's order with its length, and the link type of what follows. */
    private int packetTap(ByteBuffer frame, int at, int end) {
        if (end - at < 12) {
            return NONE;
        }
        int header = Integer.reverseBytes(frame.getInt(at));
        int inner = Integer.reverseBytes(frame.getInt(at + 8));
        return header < 12 || header > end - at || inner == 258 ? NONE : datagram(inner, frame, at + header, end);
    }

    /** NFLOG: the family, then attributes with length and type in the host's order; 9 is the payload. */
    private int netfilterLog(ByteBuffer frame, int first, int end) {
        for (int at = first + 4; end - at >= 4; ) {
            int length = Short.reverseBytes(frame.getShort(at)) & 0xffff;
            if (length < 4) {
                return NONE;
            }
            if (Short.reverseBytes(frame.getShort(at + 2)) == 9) {
                bound.narrow(at + length);
                return frame.get(first) == 2 || frame.get(first) == 10 ? at + 4 : NONE;
            }
            at += (length + 3) & ~3;
        }
        return NONE;
    }

    private static int u16(ByteBuffer frame, int at) {
        return frame.getShort(at) & 0xffff;
    }
}
