package org.wiregrade.capture;

/** Where a run of consecutive packets lies in the file, as columns. */
final class PacketBatch {
    /** The link of what has a number in Wireshark's list and is no packet. */
    static final int NO_PACKET = -2;

    final long[] offset;
    final int[] captured;
    final long[] timeNs;
    final int[] link;
    final int[] source;
    int firstFrame;
    int count;

    PacketBatch(int capacity) {
        offset = new long[capacity];
        captured = new int[capacity];
        timeNs = new long[capacity];
        link = new int[capacity];
        source = new int[capacity];
    }

    void clear(int nextFrame) {
        firstFrame = nextFrame;
        count = 0;
    }

    boolean isFull() {
        return count == offset.length;
    }

    /** Adds one packet; the source tells capturing interfaces of a file apart. */
    void add(long at, int length, long time, int linkType, int interfaceNumber) {
        offset[count] = at;
        captured[count] = length;
        timeNs[count] = time;
        link[count] = linkType;
        source[count++] = interfaceNumber;
    }
}
