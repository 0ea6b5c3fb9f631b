package org.wiregrade.wire;

/**
 * One TCP segment that carries payload.
 *
 * @param frame the packet's number in the file, from 1, as Wireshark shows it
 * @param timeNs nanoseconds since the epoch; 0 where the capture has no time for it
 * @param offset where its first byte stands, or would stand, in the reassembled payload of its direction
 * @param length payload bytes that the capture holds of it
 * @param sequence the raw sequence number of its first payload byte, 0 to 2³² − 1
 * @param flags the header's flags, FIN = 1, SYN = 2, RST = 4, PSH = 8, ACK = 16, URG = 32
 */
public record Segment(int frame, long timeNs, long offset, int length, Kind kind, long sequence, int flags) {
    /** Whether it brought payload that was not known before. */
    public boolean isFresh() {
        return kind == Kind.NEW || kind == Kind.OUT_OF_ORDER || kind == Kind.ZERO_WINDOW_PROBE;
    }
}
