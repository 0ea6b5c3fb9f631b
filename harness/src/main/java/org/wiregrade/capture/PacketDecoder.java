package org.wiregrade.capture;

import io.pkts.packet.TCPPacket;
import java.nio.ByteBuffer;

/** Turns a batch of packets into the TCP segments that they carry. */
final class PacketDecoder {
    /** Up to the window: Wireshark, too, counts a segment of which the capture holds no more. */
    private static final int LEAST_HEADER = 16;

    private final CaptureBytes bytes;
    private final TcpHeaders headers = new TcpHeaders();
    private final Datagram datagram = new Datagram();
    private int windowNumber = -1;
    private ByteBuffer window;

    PacketDecoder(CaptureBytes bytes) {
        this.bytes = bytes;
    }

    void decode(PacketBatch packets, TcpBatch segments) {
        segments.count = 0;
        for (int i = 0; i < packets.count; i++) {
            int slot = segments.count;
            if (read(packets, i) && decode(datagram, window, base(packets.offset[i]), segments, slot)) {
                segments.frame[slot] = packets.firstFrame + i;
                segments.timeNs[slot] = packets.timeNs[i];
                segments.source[slot] = packets.source[i];
                segments.count++;
            }
        }
    }

    /** The datagram of a packet as far as it could be read; valid until the next call. */
    Datagram open(PacketBatch packets, int i) {
        read(packets, i);
        return datagram;
    }

    private boolean read(PacketBatch packets, int i) {
        long offset = packets.offset[i];
        openWindow(offset);
        int at = CaptureBytes.within(offset);
        return datagram.read(packets.link[i], window, at, at + packets.captured[i]);
    }

    /** Where the window of an offset begins in the file. */
    private static long base(long offset) {
        return offset - CaptureBytes.within(offset);
    }

    /** Sets down the segment, or the piece of one, that a datagram carries; returns false where there is none. */
    boolean decode(Datagram datagram, ByteBuffer buffer, long base, TcpBatch segments, int slot) {
        if (datagram.isFragment()) {
            boolean whole = datagram.end - datagram.start == datagram.sentLength;
            if (whole || datagram.fragmentOffset != 0) {
                segments.setFragment(slot, datagram, base);
                return true;
            }
            if (!datagram.readWhole(buffer)) {
                return false;
            }
        }
        return datagram.protocol == Datagram.TCP && decodeSegment(datagram, buffer, base, segments, slot);
    }

    private boolean decodeSegment(Datagram datagram, ByteBuffer buffer, long base, TcpBatch segments, int slot) {
        int at = datagram.start;
        int captured = datagram.end - at;
        if (captured < LEAST_HEADER || datagram.sentLength < LEAST_HEADER) {
            return false;
        }
        int length = (buffer.get(at + 12) >> 4 & 0xf) * 4;
        boolean sound = length >= TcpHeaders.SHORTEST && length <= datagram.sentLength;
        TCPPacket header = headers.decode(buffer, at, sound ? length : TcpHeaders.SHORTEST, captured);
        segments.setAddresses(slot, datagram);
        segments.setPorts(slot, header.getSourcePort(), header.getDestinationPort());
        segments.sequence[slot] = (int) header.getSequenceNumber();
        segments.acknowledgement[slot] = (int) header.getAcknowledgementNumber();
        segments.flags[slot] = flags(header) | TcpBatch.marks(datagram);
        segments.window[slot] = header.getWindowSize();
        int headerLength = sound ? header.getHeaderLength() : datagram.sentLength; // no payload can be told from it
        segments.payload[slot] = base + at + headerLength;
        segments.captured[slot] = Math.max(0, captured - headerLength);
        segments.sent[slot] = datagram.sentLength - headerLength;
        segments.print[slot] = (datagram.identification * 31 + header.getChecksum()) * 31
                + (segments.acknowledgement[slot] ^ segments.window[slot]);
        return true;
    }

    private static int flags(TCPPacket header) {
        return (header.isFIN() ? TcpFlag.FIN : 0)
                | (header.isSYN() ? TcpFlag.SYN : 0)
                | (header.isRST() ? TcpFlag.RST : 0)
                | (header.isPSH() ? TcpFlag.PSH : 0)
                | (header.isACK() ? TcpFlag.ACK : 0)
                | (header.isURG() ? TcpFlag.URG : 0);
    }

    private void openWindow(long offset) {
        int wanted = CaptureBytes.windowOf(offset);
        if (wanted != windowNumber) {
            window = bytes.window(wanted);
            windowNumber = wanted;
        }
    }
}
