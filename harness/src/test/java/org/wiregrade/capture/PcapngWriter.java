package org.wiregrade.capture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes pcapng in whatever shape a test asks for. */
final class PcapngWriter {
    private final ByteArrayOutputStream file = new ByteArrayOutputStream();
    private final ByteOrder order;
    private final List<Integer> interfaces = new ArrayList<>();
    private int resolution = 9;
    private long offsetSeconds;

    PcapngWriter(ByteOrder order) {
        this.order = order;
        section();
    }

    /** Timestamps in powers of ten, or of two from 128 on, and counted from an offset. */
    PcapngWriter clock(int newResolution, long newOffsetSeconds) {
        resolution = newResolution;
        offsetSeconds = newOffsetSeconds;
        return this;
    }

    PcapngWriter section() {
        interfaces.clear();
        return block(
                0x0A0D0D0A,
                body(16).putInt(0x1A2B3C4D)
                        .putShort((short) 1)
                        .putShort((short) 0)
                        .putLong(-1));
    }

    PcapngWriter described(int linkType, int snapLength) {
        interfaces.add(linkType);
        ByteBuffer body =
                body(36).putShort((short) linkType).putShort((short) 0).putInt(snapLength);
        body.putShort((short) 2)
                .putShort((short) 2)
                .put((byte) 'l')
                .put((byte) 'o')
                .putShort((short) 0);
        body.putShort((short) 9).putShort((short) 1).put((byte) resolution).put(new byte[3]);
        body.putShort((short) 14).putShort((short) 8).putLong(offsetSeconds);
        return block(1, body);
    }

    /** An enhanced packet of the last interface with its link type, described first where there is none. */
    PcapngWriter packet(Framed frame) {
        return packet(interfaceFor(frame), frame, frame.bytes().length);
    }

    PcapngWriter packet(int number, Framed frame, int captured) {
        long time = ticks(frame.timeNs());
        ByteBuffer body = body(20 + padded(captured))
                .putInt(number)
                .putInt((int) (time >>> 32))
                .putInt((int) time)
                .putInt(captured)
                .putInt(frame.bytes().length)
                .put(frame.bytes(), 0, captured);
        return block(6, body);
    }

    PcapngWriter simplePacket(Framed frame) {
        interfaceFor(frame);
        return block(
                3,
                body(4 + padded(frame.bytes().length))
                        .putInt(frame.bytes().length)
                        .put(frame.bytes()));
    }

    PcapngWriter obsoletePacket(Framed frame, int lost) {
        long time = ticks(frame.timeNs());
        ByteBuffer body = body(20 + padded(frame.bytes().length))
                .putShort((short) interfaceFor(frame))
                .putShort((short) lost)
                .putInt((int) (time >>> 32))
                .putInt((int) time)
                .putInt(frame.bytes().length)
                .putInt(frame.bytes().length)
                .put(frame.bytes());
        return block(2, body);
    }

    PcapngWriter dropped(int number, long packets) {
        ByteBuffer body = body(28).putInt(number).putLong(0).putShort((short) 5).putShort((short) 8);
        return block(5, body.putLong(packets).putInt(0));
    }

    /** Names, secrets, a journal entry, a custom block, and one of a type that nobody knows. */
    PcapngWriter noise() {
        byte[] text = "noise in the capture".getBytes(StandardCharsets.US_ASCII);
        for (int type : new int[] {4, 10, 0x40000BAD, 0x0badcafe}) {
            block(type, body(text.length).put(text));
        }
        return this;
    }

    PcapngWriter block(int type, ByteBuffer content) {
        int length = content.capacity() + 12;
        ByteBuffer block = ByteBuffer.allocate(length).order(order);
        block.putInt(type)
                .putInt(length)
                .put(content.rewind().limit(content.capacity()))
                .putInt(length);
        file.writeBytes(block.array());
        return this;
    }

    PcapngWriter append(byte[] anotherFile) {
        file.writeBytes(anotherFile);
        return this;
    }

    byte[] bytes() {
        return file.toByteArray();
    }

    private int interfaceFor(Framed frame) {
        int number = interfaces.lastIndexOf(frame.linkType());
        if (number < 0) {
            described(frame.linkType(), 262_144);
            return interfaces.size() - 1;
        }
        return number;
    }

    private long ticks(long timeNs) {
        long since = timeNs - offsetSeconds * 1_000_000_000L;
        if (resolution < 128) {
            return (long) (since / Math.pow(10, 9 - resolution));
        }
        long seconds = since / 1_000_000_000L;
        long fraction = ((since % 1_000_000_000L) << (resolution & 0x7f)) / 1_000_000_000L;
        return (seconds << (resolution & 0x7f)) + fraction;
    }

    private ByteBuffer body(int size) {
        return ByteBuffer.allocate(size).order(order);
    }

    private static int padded(int size) {
        return (size + 3) & ~3;
    }
}
