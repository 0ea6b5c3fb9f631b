package org.wiregrade.capture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** Writes classic pcap of any kind. */
final class PcapWriter {
    private PcapWriter() {}

    /** All frames must have the same link type. */
    static byte[] write(List<Framed> frames, int magic, ByteOrder order) {
        boolean nano = magic == 0xa1b23c4d || magic == 0x1c0001ac;
        int extraFile = magic >>> 16 == 0x1c00 ? 4 : 0;
        int extraRecord = magic == 0xa1b2cd34 ? 8 : 0;
        int size = 24 + extraFile;
        for (Framed frame : frames) {
            size += 16 + extraRecord + frame.bytes().length;
        }
        ByteBuffer file = ByteBuffer.allocate(size).order(order);
        file.putInt(magic)
                .putShort((short) 2)
                .putShort((short) 4)
                .putInt(0)
                .putInt(0)
                .putInt(262_144);
        file.putInt(frames.get(0).linkType()).put(new byte[extraFile]);
        for (Framed frame : frames) {
            file.putInt((int) (frame.timeNs() / 1_000_000_000L));
            file.putInt((int) (frame.timeNs() % 1_000_000_000L / (nano ? 1 : 1000)));
            file.putInt(frame.bytes().length).putInt(frame.bytes().length).put(new byte[extraRecord]);
            file.put(frame.bytes());
        }
        return file.array();
    }
}
