package org.wiregrade.capture;

import java.nio.ByteBuffer;

/** Finds the datagram inside a datagram; a way of tunnelling is one line in {@link #inside} and one method. */
final class Tunnel {
    /** Nothing is tunnelled here, as far as can be told. */
    static final int NONE = -1;

    private static final int UDP_HEADER = 8;
    private static final int ICMP_HEADER = 8;
    private static final int BRIDGED = 0x6558;

    private final EtherType etherType;
    private final Bound bound;

    Tunnel(EtherType etherType, Bound bound) {
        this.etherType = etherType;
        this.bound = bound;
    }

    /** Where the inner IP datagram begins, by the protocol number of the outer one, or {@link #NONE}. */
    int inside(int protocol, ByteBuffer frame, int at, int end) {
        return switch (protocol) {
            case 1 -> quoted(frame, at, end);
            case 4, 41 -> at;
            case 17 -> end - at < UDP_HEADER ? NONE : udp(frame, at, end);
            case 47 -> generic(frame, at, end);
            case 58 -> quotedSix(frame, at, end);
            default -> NONE;
        };
    }

    /** Whether a protocol's datagrams inside are quoted, not sent: those of ICMP and ICMPv6. */
    static boolean quotes(int protocol) {
        return protocol == 1 || protocol == 58;
    }

    /** The errors of RFC 792; of what a redirect quotes Wireshark reads too little. */
    private static int quoted(ByteBuffer frame, int at, int end) {
        if (end - at < ICMP_HEADER) {
            return NONE;
        }
        return switch (frame.get(at)) {
            case 3, 4, 11, 12 -> at + ICMP_HEADER;
            default -> NONE;
        };
    }

    /** The errors of RFC 4443. */
    private static int quotedSix(ByteBuffer frame, int at, int end) {
        boolean error = end - at > ICMP_HEADER && frame.get(at) >= 1 && frame.get(at) <= 4;
        return error && (frame.get(at + ICMP_HEADER) & 0xf0) == 0x60 ? at + ICMP_HEADER : NONE;
    }

    /** RFC 768: the length counts the header, too. */
    private int udp(ByteBuffer frame, int at, int end) {
        int length = u16(frame, at + 4);
        int port = u16(frame, at + 2);
        if (length < UDP_HEADER) {
            return NONE;
        }
        bound.narrow(at + length);
        int body = at + UDP_HEADER;
        int last = Math.min(end, bound.end);
        return switch (port) {
            case 2152 -> gtp(frame, body, last);
            case 4789 -> virtualLan(frame, body, last);
            case 6081 -> geneve(frame, body, last);
            default -> u16(frame, at) == 2152 ? gtp(frame, body, last) : NONE;
        };
    }

    /** GRE, RFC 2784 and 2890. */
    private int generic(ByteBuffer frame, int at, int end) {
        if (end - at < 4) {
            return NONE;
        }
        int flags = u16(frame, at);
        int fields = Integer.bitCount(flags & 0xb000); // checksum, key, sequence number
        int body = at + 4 + 4 * fields;
        if ((flags & 7) != 0) {
            return NONE;
        }
        return switch (u16(frame, at + 2)) {
            case 0x88be -> (flags & 0x1000) == 0 ? etherType.ethernet(frame, body, end) : mirrored(frame, body, end);
            case 0x22eb -> mirrored(frame, body, end);
            default -> payload(u16(frame, at + 2), frame, body, end);
        };
    }

    /** ERSPAN of version 1 or 2 (types II and III), draft-foschiano-erspan, section 4; type I has no header. */
    private int mirrored(ByteBuffer frame, int at, int end) {
        if (end - at < 12) {
            return NONE;
        }
        boolean more = (frame.get(at + 11) & 1) != 0;
        return switch (frame.get(at) >> 4) {
            case 1 -> etherType.ethernet(frame, at + 8, end);
            case 2 -> etherType.ethernet(frame, at + (more ? 20 : 12), end);
            default -> NONE;
        };
    }

    /** GTP-U, 3GPP TS 29.281, section 5: user data only. */
    private static int gtp(ByteBuffer frame, int at, int end) {
        if (end - at < 12 || (frame.get(at) & 0xf0) != 0x30 || (frame.get(at + 1) & 0xff) != 0xff) {
            return NONE;
        }
        if ((frame.get(at) & 7) == 0) {
            return at + 8;
        }
        int start = at + 12;
        int next = frame.get(at + 11);
        while (next != 0) {
            int size = start < end ? (frame.get(start) & 0xff) * 4 : 0;
            if (size == 0 || size > end - start) {
                return NONE;
            }
            next = frame.get(start + size - 1);
            start += size;
        }
        return start;
    }

    /** VXLAN, RFC 7348, section 5. */
    private int virtualLan(ByteBuffer frame, int at, int end) {
        return end - at < 8 || (frame.get(at) & 8) == 0 ? NONE : etherType.ethernet(frame, at + 8, end);
    }

    /** Geneve, RFC 8926, section 3.4. */
    private int geneve(ByteBuffer frame, int at, int end) {
        return end - at < 8 ? NONE : payload(u16(frame, at + 2), frame, at + 8 + (frame.get(at) & 0x3f) * 4, end);
    }

    private int payload(int type, ByteBuffer frame, int at, int end) {
        return type == BRIDGED ? etherType.ethernet(frame, at, end) : etherType.datagram(type, frame, at, end);
    }

    private static int u16(ByteBuffer frame, int at) {
        return frame.getShort(at) & 0xffff;
    }
}
