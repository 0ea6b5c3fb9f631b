package org.wiregrade.wire;

/**
 * Bytes that were sent but that the capture does not hold.
 *
 * @param offset the place in the reassembled payload before which they are missing
 * @param size how many, at least 1
 */
public record Hole(long offset, long size) {}
