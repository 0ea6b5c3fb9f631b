package org.wiregrade.wire;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * One direction of a TCP stream.
 *
 * @param packets packets sent this way, with those that carry no payload
 * @param segments the segments that carry payload, in the order of the capture; unmodifiable
 * @param holes what the capture lacks, in the order of the payload; unmodifiable
 * @param fin whether the sender said that it was done
 * @param reset whether the sender aborted the connection
 * @param endNs when the sender first said so, in nanoseconds since the epoch; {@link Long#MAX_VALUE} where it did not
 */
public record Flow(
        Endpoint from,
        Endpoint to,
        int packets,
        List<Segment> segments,
        List<Hole> holes,
        Payload content,
        boolean fin,
        boolean reset,
        long endNs) {
    /** Small, so that the JVM soon sees that the digest is worth its fastest code. */
    private static final int CHUNK = 1024;

    /** How many bytes of payload were captured and reassembled. */
    public long bytes() {
        return content.length();
    }

    /**
     * The reassembled payload, without a byte in place of what is missing.
     *
     * @throws OutOfMemoryError where it is larger than an array can be
     */
    public byte[] payload() {
        if (bytes() > Integer.MAX_VALUE - 8) {
            throw new OutOfMemoryError("A payload of " + bytes() + " bytes does not fit into one array");
        }
        byte[] all = new byte[(int) bytes()];
        content.read(0, all, 0, all.length);
        return all;
    }

    /** Part of the payload; the range must be inside it. */
    public byte[] payload(long offset, int count) {
        byte[] part = new byte[count];
        content.read(offset, part, 0, count);
        return part;
    }

    /** How many new bytes each segment that had any brought, in the order of the payload. */
    public int[] sizes() {
        return content.sizes();
    }

    /** How many bytes were sent but never captured. */
    public long missing() {
        return holes.stream().mapToLong(Hole::size).sum();
    }

    /** How many segments the sender sent again; copies made by the capture do not count. */
    public int retransmissions() {
        return content.retransmissions();
    }

    /**
     * The segment that first brought the payload's byte at an offset.
     *
     * @throws IndexOutOfBoundsException where the payload has no such byte
     */
    public Segment segmentAt(long offset) {
        return segments.get(content.segmentAt(offset));
    }

    /** SHA-256 of the reassembled payload, in lower-case hexadecimal digits. */
    public String sha256() {
        MessageDigest digest = sha256Digest();
        byte[] chunk = new byte[(int) Math.min(CHUNK, bytes())];
        for (long at = 0; at < bytes(); at += chunk.length) {
            int count = (int) Math.min(chunk.length, bytes() - at);
            content.read(at, chunk, 0, count);
            digest.update(chunk, 0, count);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
