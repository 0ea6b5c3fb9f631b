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
 * <p>pkts gets a frame of one shape, whatever the capture holds: an IPv4 header without options and a whole TCP header,
 * in a buffer that is used again for each packet and ends where the header ends. Payload stays in the file.
 */
final class TcpHeaders {
    static final int SHORTEST = 20;
    static final int LONGEST = 60;

    private final byte[] frame = new byte[LONGEST];
    private final Buffer buffer = Buffers.wrap(frame);
    private final TCPFramer framer = new TCPFramer();
    private final IPv4Packet datagram = canonicalDatagram();

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
     * Decodes the header that begins at an offset.
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
        frame[start + 12] = (byte) (length << 2); // a damaged length would lead pkts past the end
        buffer.setReaderIndex(start);
        try {
            return framer.frame(datagram, buffer);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
