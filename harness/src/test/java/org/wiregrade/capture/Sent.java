package org.wiregrade.capture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A TCP segment on its way, free of any file format; addresses are IPv4's four bytes. */
@SuppressWarnings("ArrayRecordComponent") // a test value, compared nowhere
record Sent(
        long timeNs,
        int fromIp,
        int fromPort,
        int toIp,
        int toPort,
        int sequence,
        int acknowledgement,
        int flags,
        int window,
        int identification,
        byte[] options,
        byte[] payload) {

    Sent at(long newTimeNs) {
        return new Sent(
                newTimeNs,
                fromIp,
                fromPort,
                toIp,
                toPort,
                sequence,
                acknowledgement,
                flags,
                window,
                identification,
                options,
                payload);
    }

    boolean hasFlag(int flag) {
        return (flags & flag) != 0;
    }

    /** The header and payload as they stand in a datagram, without a checksum. */
    byte[] segment() {
        return ByteBuffer.allocate(20 + options.length + payload.length)
                .putShort((short) fromPort)
                .putShort((short) toPort)
                .putInt(sequence)
                .putInt(acknowledgement)
                .put((byte) (((20 + options.length) / 4) << 4))
                .put((byte) flags)
                .putShort((short) window)
                .putShort((short) 0xfe28)
                .putShort((short) 0)
                .put(options)
                .put(payload)
                .array();
    }

    /** Reads what dumpcap writes on Linux {@code lo}: little-endian pcapng, one interface, nanoseconds, IPv4. */
    static List<Sent> readSimple(Path file) throws IOException {
        byte[] content = Files.readAllBytes(file);
        ByteBuffer in = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        List<Sent> all = new ArrayList<>();
        for (int at = 0; at < in.limit(); at += in.getInt(at + 4)) {
            if (in.getInt(at) == 6) {
                long time = ((long) in.getInt(at + 12) << 32) | Integer.toUnsignedLong(in.getInt(at + 16));
                byte[] frame = Arrays.copyOfRange(content, at + 28, at + 28 + in.getInt(at + 20));
                all.add(ofEthernet(time, frame));
            }
        }
        return all;
    }

    private static Sent ofEthernet(long time, byte[] bytes) {
        ByteBuffer frame = ByteBuffer.wrap(bytes);
        int header = ((frame.get(46) >> 4) & 0xf) * 4;
        int end = 14 + frame.getShort(16);
        return new Sent(
                time,
                frame.getInt(26),
                frame.getShort(34) & 0xffff,
                frame.getInt(30),
                frame.getShort(36) & 0xffff,
                frame.getInt(38),
                frame.getInt(42),
                frame.get(47),
                frame.getShort(48) & 0xffff,
                frame.getShort(18) & 0xffff,
                Arrays.copyOfRange(bytes, 54, 34 + header),
                Arrays.copyOfRange(bytes, 34 + header, end));
    }
}
