package org.wiregrade.sandbox.recording;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;

/** Writes a pcapng file of one interface (draft-ietf-opsawg-pcapng, sections 4.1 to 4.3 and 4.6). */
final class Pcapng {
    private static final int SECTION_HEADER = 0x0A0D0D0A;
    private static final int INTERFACE_DESCRIPTION = 1;
    private static final int INTERFACE_STATISTICS = 5;
    private static final int ENHANCED_PACKET = 6;
    private static final int BYTE_ORDER_MAGIC = 0x1A2B3C4D;
    private static final short IF_NAME = 2;
    private static final short IF_TSRESOL = 9;
    private static final short ISB_IFDROP = 5;
    private static final byte NANOSECONDS = 9;
    private static final int BUFFER = 256 << 10;

    private final FileChannel file;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
    private long written;

    /** Starts the file; the interface is called {@code lo}. */
    Pcapng(FileChannel file, int linkType) throws IOException {
        this.file = file;
        begin(SECTION_HEADER, 28);
        buffer.putInt(BYTE_ORDER_MAGIC).putShort((short) 1).putShort((short) 0).putLong(-1);
        end(28);
        begin(INTERFACE_DESCRIPTION, 40);
        buffer.putShort((short) linkType).putShort((short) 0).putInt(0);
        buffer.putShort(IF_NAME).putShort((short) 2).put("lo".getBytes(StandardCharsets.US_ASCII));
        buffer.putShort((short) 0).putShort(IF_TSRESOL).putShort((short) 1).put(NANOSECONDS);
        buffer.put(new byte[3]).putInt(0);
        end(40);
    }

    /** Adds a packet; {@code length} is what it had on the wire, {@code timeNs} is since the epoch. */
    void packet(long timeNs, int length, ByteBuffer captured) throws IOException {
        int bytes = captured.remaining();
        int padding = -bytes & 3;
        int total = 32 + bytes + padding;
        begin(ENHANCED_PACKET, total);
        buffer.putInt(0)
                .putInt((int) (timeNs >>> 32))
                .putInt((int) timeNs)
                .putInt(bytes)
                .putInt(length);
        buffer.put(captured);
        for (int i = 0; i < padding; i++) {
            buffer.put((byte) 0);
        }
        end(total);
    }

    /** Says that packets of the interface were dropped up to a time. */
    void dropped(long timeNs, long packets) throws IOException {
        begin(INTERFACE_STATISTICS, 40);
        buffer.putInt(0).putInt((int) (timeNs >>> 32)).putInt((int) timeNs);
        buffer.putShort(ISB_IFDROP).putShort((short) 8).putLong(packets).putInt(0);
        end(40);
    }

    /** Writes out what is buffered, and says how long the file is. */
    long flush() throws IOException {
        buffer.flip();
        while (buffer.hasRemaining()) {
            written += file.write(buffer);
        }
        buffer.clear();
        return written;
    }

    private void begin(int type, int total) throws IOException {
        if (buffer.remaining() < total) {
            flush();
        }
        buffer.putInt(type).putInt(total);
    }

    private void end(int total) {
        buffer.putInt(total);
    }
}
