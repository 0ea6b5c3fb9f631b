package org.wiregrade.capture;

import java.nio.ByteBuffer;

/** Finds the IP datagram in a captured frame; a link type is one line in {@link #datagram} and one method. */
final class LinkLayer {
    /** No IP datagram here. */
    static final int NONE = -1;

    private static final int ETHERNET_HEADER = 14;
    private static final int IPV4 = 0x0800;
    private static final int IPV6 = 0x86dd;
    private static final int LARGEST_LENGTH_FIELD = 1500;

    private LinkLayer() {}

    /** Where the datagram begins, or {@link #NONE}; link types as in the tcpdump project's list. */
    static int datagram(int linkType, ByteBuffer frame, int at, int end) {
        return switch (linkType) {
            case 1 -> ethernet(frame, at, end);
            case 0, 108 -> loopback(at, end);
            case 12, 14, 101, 228, 229 -> at;
            case 113 -> cooked(frame, at, end);
            case 276 -> cooked2(frame, at, end);
            case 9, 50 -> pointToPoint(frame, at, end);
            case 104 -> ciscoHdlc(frame, at, end);
            case 105 -> wireless(frame, at, end);
            case 127, 192 -> wireless(frame, behindRadio(frame, at, end), end);
            case 258 -> packetTap(frame, at, end);
            default -> NONE;
        };
    }

    static int ethernet(ByteBuffer frame, int at, int end) {
        return end - at < ETHERNET_HEADER ? NONE : etherType(u16(frame, at + 12), frame, at + ETHERNET_HEADER, end);
    }

    /** NULL and LOOP: the family's number differs between systems and byte orders, so the datagram tells itself. */
    private static int loopback(int at, int end) {
        return end - at < 4 ? NONE : at + 4;
    }

    /** LINUX_SLL. */
    private static int cooked(ByteBuffer frame, int at, int end) {
        return end - at < 16 ? NONE : etherType(u16(frame, at + 14), frame, at + 16, end);
    }

    /** LINUX_SLL2. */
    private static int cooked2(ByteBuffer frame, int at, int end) {
        return end - at < 20 ? NONE : etherType(u16(frame, at), frame, at + 20, end);
    }

    /** PPP, with or without the address and control bytes of RFC 1662; some save Cisco's framing as PPP. */
    private static int pointToPoint(ByteBuffer frame, int at, int end) {
        if (end - at >= 4 && (u16(frame, at) == 0x0f00 || u16(frame, at) == 0x8f00)) {
            return ciscoHdlc(frame, at, end);
        }
        int start = end - at >= 2 && u16(frame, at) == 0xff03 ? at + 2 : at;
        return pppProtocol(frame, start, end);
    }

    private static int ciscoHdlc(ByteBuffer frame, int at, int end) {
        return end - at < 4 ? NONE : etherType(u16(frame, at + 2), frame, at + 4, end);
    }

    /** IEEE 802.11 data frames that are not encrypted. */
    private static int wireless(ByteBuffer frame, int at, int end) {
        if (at == NONE || end - at < 24 || (frame.get(at) & 0x0c) != 0x08 || (frame.get(at + 1) & 0x40) != 0) {
            return NONE;
        }
        int flags = frame.get(at + 1);
        boolean quality = (frame.get(at) & 0x80) != 0;
        int header = 24 + ((flags & 3) == 3 ? 6 : 0) + (quality ? 2 : 0) + (quality && (flags & 0x80) != 0 ? 4 : 0);
        return etherType(0, frame, at + header, end);
    }

    /** Behind the header of radiotap or PPI, which give their length alike. */
    private static int behindRadio(ByteBuffer frame, int at, int end) {
        int header = end - at < 8 ? 0 : Short.reverseBytes(frame.getShort(at + 2)) & 0xffff;
        return header < 8 || header > end - at ? NONE : at + header;
    }

    /** Apple's PKTAP: a header in the host's order with its length, and the link type of what follows. */
    private static int packetTap(ByteBuffer frame, int at, int end) {
        if (end - at < 12) {
            return NONE;
        }
        int header = Integer.reverseBytes(frame.getInt(at));
        int inner = Integer.reverseBytes(frame.getInt(at + 8));
        return header < 12 || header > end - at || inner == 258 ? NONE : datagram(inner, frame, at + header, end);
    }

    /** Steps over any stack of VLAN tags (IEEE 802.1Q, 802.1ad), MPLS labels, FabricPath or PPPoE. */
    static int etherType(int firstType, ByteBuffer frame, int first, int end) {
        int type = firstType;
        int at = first;
        while (true) {
            switch (type) {
                case IPV4, IPV6 -> {
                    return at;
                }
                case 0x8100, 0x88a8, 0x9100, 0x9200, 0x9300 -> {
                    if (end - at < 4) {
                        return NONE;
                    }
                    type = u16(frame, at + 2);
                    at += 4;
                }
                case 0x8847, 0x8848 -> {
                    return labels(frame, at, end);
                }
                case 0x8903 -> {
                    return ethernet(frame, at + 2, end);
                }
                case 0x8864 -> {
                    return end - at < 6 ? NONE : pppProtocol(frame, at + 6, end);
                }
                default -> {
                    if (type > LARGEST_LENGTH_FIELD || !isSnap(frame, at, end)) {
                        return NONE;
                    }
                    type = u16(frame, at + 6);
                    at += 8;
                }
            }
        }
    }

    /** IEEE 802.2 with SNAP and no organisation: an EtherType follows, as in RFC 1042. */
    private static boolean isSnap(ByteBuffer frame, int at, int end) {
        return end - at >= 8 && frame.getInt(at) == 0xaaaa0300 && u16(frame, at + 4) == 0;
    }

    private static int pppProtocol(ByteBuffer frame, int at, int end) {
        if (end - at < 2) {
            return NONE;
        }
        int protocol = u16(frame, at);
        return protocol == 0x0021 || protocol == 0x0057 ? at + 2 : NONE;
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
