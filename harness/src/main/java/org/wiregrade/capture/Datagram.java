package org.wiregrade.capture;

import java.nio.ByteBuffer;

/**
 * The IP datagram of the packet at hand, innermost first where datagrams carry datagrams; one object is used for many.
 *
 * <p>Addresses are two longs; an IPv4 address is the low half of the second.
 */
final class Datagram {
    static final int TCP = 6;

    private static final int DEEPEST = 8;

    long sourceHigh;
    long sourceLow;
    long targetHigh;
    long targetLow;
    boolean six;
    /** Whether an ICMP error brought it, so that nobody sent it here. */
    boolean quoted;

    /** Negative where no header of IP was read. */
    int protocol;
    /** Of the transport header. */
    int start;
    /** Behind the last captured byte. */
    int end;
    /** Bytes from the transport header on, as sent. */
    int sentLength;

    int identification;
    int fragmentOffset;
    boolean moreFragments;

    private final Bound bound = new Bound();
    private final EtherType etherType = new EtherType(bound);
    private final LinkLayer link = new LinkLayer(bound, etherType);
    private final Tunnel tunnel = new Tunnel(etherType, bound);

    /** Reads the datagram of a packet; returns false where there is none or it is damaged. */
    boolean read(int linkType, ByteBuffer frame, int at, int frameEnd) {
        quoted = false;
        protocol = -1;
        etherType.last = -1;
        bound.open();
        end = frameEnd;
        int begin = link.datagram(linkType, frame, at, end);
        return begin != LinkLayer.NONE && readOne(frame, begin) && readInside(frame);
    }

    /** Begins with what several datagrams carried piece by piece; addresses and protocol are set down already. */
    boolean readJoined(ByteBuffer content) {
        quoted = false;
        bound.open();
        bound.narrow(content.limit());
        start = 0;
        end = content.limit();
        sentLength = end;
        return readWhole(content);
    }

    /** Goes on as if the datagram were no fragment. */
    boolean readWhole(ByteBuffer frame) {
        moreFragments = false;
        fragmentOffset = 0;
        return skipExtensions(frame, protocol) && readInside(frame);
    }

    private boolean readInside(ByteBuffer frame) {
        for (int depth = 0; depth < DEEPEST; depth++) {
            if (isFragment()) {
                return !quoted;
            }
            int inside = tunnel.inside(protocol, frame, start, end);
            if (inside == Tunnel.NONE) {
                return true;
            }
            quoted |= Tunnel.quotes(protocol);
            if (!readOne(frame, inside)) {
                return false;
            }
        }
        return false;
    }

    /** The innermost EtherType on the way; negative where there was none. */
    int etherType() {
        return etherType.last;
    }

    /** Whether there may be a TCP segment here, at once or when the other pieces are there. */
    boolean mayBeTcp() {
        return protocol == TCP || isFragment();
    }

    boolean isFragment() {
        return moreFragments || fragmentOffset != 0;
    }

    private boolean readOne(ByteBuffer frame, int at) {
        end = Math.min(end, bound.end);
        if (end - at < 20) {
            return false;
        }
        int version = frame.get(at) >> 4 & 0xf;
        return version == 4 ? readFour(frame, at) : version == 6 && readSix(frame, at);
    }

    /** RFC 791, section 3.1. A total length of 0 is what segmentation offload leaves. */
    private boolean readFour(ByteBuffer frame, int at) {
        int header = (frame.get(at) & 0xf) * 4;
        int total = frame.getShort(at + 2) & 0xffff;
        bound.narrow(total == 0 ? end : at + total);
        end = Math.min(end, bound.end);
        if (header < 20 || header > end - at || !IpOptions.areSound(frame, at + 20, at + header)) {
            return false;
        }
        int fragment = frame.getShort(at + 6);
        six = false;
        identification = frame.getShort(at + 4) & 0xffff;
        moreFragments = (fragment & 0x2000) != 0;
        fragmentOffset = (fragment & 0x1fff) * 8;
        protocol = frame.get(at + 9) & 0xff;
        sourceHigh = 0;
        targetHigh = 0;
        sourceLow = frame.getInt(at + 12) & 0xffff_ffffL;
        targetLow = frame.getInt(at + 16) & 0xffff_ffffL;
        start = at + header;
        sentLength = bound.end - start;
        return isFragment() || skipExtensions(frame, protocol);
    }

    /** RFC 8200, sections 3 and 4. A payload length of 0 is what segmentation offload leaves. */
    private boolean readSix(ByteBuffer frame, int at) {
        if (end - at < 40) {
            return false;
        }
        int length = frame.getShort(at + 4) & 0xffff;
        bound.narrow(length == 0 ? end : at + 40 + length);
        six = true;
        identification = 0;
        moreFragments = false;
        fragmentOffset = 0;
        sourceHigh = frame.getLong(at + 8);
        sourceLow = frame.getLong(at + 16);
        targetHigh = frame.getLong(at + 24);
        targetLow = frame.getLong(at + 32);
        end = Math.min(end, bound.end);
        start = at + 40;
        sentLength = bound.end - start;
        return skipExtensions(frame, frame.get(at + 6) & 0xff);
    }

    private boolean skipExtensions(ByteBuffer frame, int firstHeader) {
        protocol = firstHeader;
        while (true) {
            int size;
            switch (protocol) {
                case 0, 43, 60, 135, 139, 140 -> size = end - start < 8 ? 0 : 8 + (frame.get(start + 1) & 0xff) * 8;
                case 51 -> size = end - start < 8 ? 0 : 8 + (frame.get(start + 1) & 0xff) * 4;
                case 44 -> size = readFragment(frame);
                default -> {
                    return true;
                }
            }
            if (size == 0 || size > end - start) {
                return false;
            }
            protocol = frame.get(start) & 0xff;
            start += size;
            sentLength -= size;
            if (isFragment()) {
                return true;
            }
        }
    }

    private int readFragment(ByteBuffer frame) {
        if (end - start < 8) {
            return 0;
        }
        int place = frame.getShort(start + 2) & 0xffff;
        fragmentOffset = place & 0xfff8;
        moreFragments = (place & 1) != 0;
        identification = frame.getInt(start + 4);
        return 8;
    }
}
