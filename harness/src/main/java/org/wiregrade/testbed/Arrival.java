package org.wiregrade.testbed;

/**
 * What one read of a connection brought, or one packet of it.
 *
 * @param timeNs when; only the time between two of one connection means something
 * @param offset the position of its first byte in all that came
 * @param length in bytes
 */
public record Arrival(long timeNs, int offset, int length) {
    /** The position behind its last byte. */
    public int end() {
        return offset + length;
    }
}
