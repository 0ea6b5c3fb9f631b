package org.wiregrade.capture;

import java.nio.ByteBuffer;

/** Finds the datagram inside a datagram; a way of tunnelling is one line in {@link #inside} and one method. */
final class Tunnel {
    /** Nothing is tunnelled here, as far as can be told. */
    static final int NONE = -1;

    private static final int UDP_HEADER = 8;
    private static final int BRIDGED = 0x6558;

    private Tunnel() {}

    /** Where the inner IP datagram begins, by the protocol number of the outer one, or {@link #NONE}. */
    static int inside(int protocol, ByteBuffer frame, int at, int end) {
        return switch (protocol) {
            case 4, 41 -> at;
            case 17 -> end - at < UDP_HEADER ? NONE : udp(u16(frame, at + 2), u16(frame, at), frame, at, end);
            case 47 -> generic(frame, at, end);
            case 51 -> authenticated(frame, at, end);
            default -> NONE;
        };
    }

    private static int udp(int port, int otherPort, ByteBuffer frame, int at, int end) {
        int body = at + UDP_HEADER;
        return switch (port) {
            case 2152 -> gtp(frame, body, end);
            case 4789 -> virtualLan(frame, body, end);
            case 6081 -> geneve(frame, body, end);
            default -> otherPort == 2152 ? gtp(frame, body, end) : NONE;
        };
    }

    /** GRE, RFC 2784 and 2890. */
    private static int generic(ByteBuffer frame, int at, int end) {
        if (end - at < 4) {
            return NONE;
        }
        int flags = u16(frame, at);
        int fields = Integer.bitCount(flags & 0xb000); // checksum, key, sequence number
        return (flags & 7) != 0 ? NONE : payload(u16(frame, at + 2), frame, at + 4 + 4 * fields, end);
    }

    /** An authentication header in IPv4 around a whole datagram, RFC 4302. */
    private static int authenticated(ByteBuffer frame, int at, int end) {
        if (end - at < 12) {
            return NONE;
        }
        int next = frame.get(at) & 0xff;
        return next == 4 || next == 41 ? at + 8 + (frame.get(at + 1) & 0xff) * 4 : NONE;
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
    private static int virtualLan(ByteBuffer frame, int at, int end) {
        return end - at < 8 || (frame.get(at) & 8) == 0 ? NONE : LinkLayer.ethernet(frame, at + 8, end);
    }

    /** Geneve, RFC 8926, section 3.4. */
    private static int geneve(ByteBuffer frame, int at, int end) {
        return end - at < 8 ? NONE : payload(u16(frame, at + 2), frame, at + 8 + (frame.get(at) & 0x3f) * 4, end);
    }

    private static int payload(int type, ByteBuffer frame, int at, int end) {
        return type == BRIDGED ? LinkLayer.ethernet(frame, at, end) : LinkLayer.etherType(type, frame, at, end);
    }

    private static int u16(ByteBuffer frame, int at) {
        return frame.getShort(at) & 0xffff;
    }
}
