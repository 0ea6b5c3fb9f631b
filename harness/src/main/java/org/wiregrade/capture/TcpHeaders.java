package org.wiregrade.capture;

import io.pkts.buffer.Buffer;
import io.pkts.buffer.Buffers;
import io.pkts.framer.IPv4Framer;
import io.pkts.framer.TCPFramer;
import io.pkts.packet.IPv4Packet;
import io.pkts.packet.PCapPacket;
import io.pkts.packet.TCPPacket;
import io.pkts.packet.impl.PCapPacketImpl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;

/**
 * The border to pkts, which decodes every TCP header.
 *
 * <p>pkts gets a frame of one shape, whatever the capture holds: an IPv4 header without options and a whole TCP header.
 * It frames each length of header once, over one array; from then on the array is filled with the next packet's header,
 * and pkts's packet of that length reads it. So a packet costs no object. Payload stays in the file.
 */
final class TcpHeaders {
    static final int SHORTEST = 20;
    static final int LONGEST = 60;

    private final byte[] frame = new byte[LONGEST];
    /** pkts's packet for each length of header, in words of four bytes; each ends where the array ends. */
    private final TCPPacket[] packets = new TCPPacket[LONGEST / 4 + 1];

    TcpHeaders() {
        IPv4Packet datagram = canonicalDatagram();
        TCPFramer framer = new TCPFramer();
        Buffer buffer = Buffers.wrap(frame);
        try {
            for (int length = SHORTEST; length <= LONGEST; length += 4) {
                int start = LONGEST - length;
                frame[start + 12] = (byte) (length << 2);
                buffer.setReaderIndex(start);
                packets[length / 4] = framer.frame(datagram, buffer);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static IPv4Packet canonicalDatagram() {
        byte[] header = new byte[SHORTEST];
        header[0] = 0x45;
        header[3] = SHORTEST;
        header[9] = 6;
        PCapPacket parent = new PCapPacketImpl(null, null);
        try {
            return new IPv4Framer().frame(parent, Buffers.wrap(header));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /**
     * Decodes the header that begins at an offset; the result is valid until the next call.
     *
     * @param length the header's own length, 20 to 60
     * @param captured how much of it the capture holds; the rest counts as zeros
     */
    TCPPacket decode(ByteBuffer window, int at, int length, int captured) {
        int start = LONGEST - length;
        window.get(at, frame, start, Math.min(length, captured));
        for (int i = start + captured; i < LONGEST; i++) {
            frame[i] = 0;
        }
        return packets[length / 4];
    }
}
