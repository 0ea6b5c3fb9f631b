package org.wiregrade.sandbox;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes a pcapng file of one interface (draft-ietf-opsawg-pcapng, sections 4.1, 4.2 and 4.3). */
final class Pcapng {
    private static final int SECTION_HEADER = 0x0A0D0D0A;
    private static final int INTERFACE_DESCRIPTION = 1;
    private static final int ENHANCED_PACKET = 6;
    private static final int BYTE_ORDER_MAGIC = 0x1A2B3C4D;
    private static final short IF_NAME = 2;
    private static final short IF_TSRESOL = 9;
    private static final byte NANOSECONDS = 9;

    private final OutputStream out;

    /** Starts the file; the interface is called {@code lo}. */
    Pcapng(OutputStream out, int linkType, int snapLength) throws IOException {
        this.out = out;
        write(
                SECTION_HEADER,
                body(16).putInt(BYTE_ORDER_MAGIC)
                        .putShort((short) 1)
                        .putShort((short) 0)
                        .putLong(-1));
        write(
                INTERFACE_DESCRIPTION,
                body(28).putShort((short) linkType)
                        .putShort((short) 0)
                        .putInt(snapLength)
                        .putShort(IF_NAME)
                        .putShort((short) 2)
                        .put("lo".getBytes(StandardCharsets.US_ASCII))
                        .putShort((short) 0)
                        .putShort(IF_TSRESOL)
                        .putShort((short) 1)
                        .put(NANOSECONDS)
                        .put(new byte[3])
                        .putInt(0));
    }

    /** Adds a packet; {@code length} is what it had on the wire, {@code timeNs} is since the epoch. */
    void packet(long timeNs, int length, byte[] captured) throws IOException {
        int padding = -captured.length & 3;
        write(
                ENHANCED_PACKET,
                body(20 + captured.length + padding)
                        .putInt(0)
                        .putInt((int) (timeNs >>> 32))
                        .putInt((int) timeNs)
                        .putInt(captured.length)
                        .putInt(length)
                        .put(captured)
                        .put(new byte[padding]));
    }

    private static ByteBuffer body(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private void write(int type, ByteBuffer body) throws IOException {
        int total = body.capacity() + 12;
        byte[] block = new byte[total];
        ByteBuffer.wrap(block)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(type)
                .putInt(total)
                .put(body.flip())
                .putInt(total);
        out.write(block);
    }
}
