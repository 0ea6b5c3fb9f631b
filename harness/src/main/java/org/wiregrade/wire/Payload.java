package org.wiregrade.wire;

/** The reassembled bytes of one direction, wherever they are kept, with the segments that brought them. */
public interface Payload {
    /** How many bytes there are. */
    long length();

    /**
     * Copies bytes out.
     *
     * @throws IndexOutOfBoundsException where the range is not inside the payload or the array
     */
    void read(long offset, byte[] into, int at, int count);

    /**
     * The index, in the flow's list, of the segment that first brought a byte.
     *
     * @throws IndexOutOfBoundsException where the payload has no such byte
     */
    int segmentAt(long offset);

    /** How many new bytes each segment that had any brought, in the order of the payload. */
    int[] sizes();

    /** How many segments brought only what the sender had sent before. */
    int retransmissions();
}
