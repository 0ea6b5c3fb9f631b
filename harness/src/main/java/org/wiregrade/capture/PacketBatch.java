package org.wiregrade.capture;

/** Where a run of consecutive packets lies in the file, as columns. */
final class PacketBatch {
    static final int CAPACITY = 2048;

    final long[] offset = new long[CAPACITY];
    final int[] captured = new int[CAPACITY];
    final long[] timeNs = new long[CAPACITY];
    final int[] link = new int[CAPACITY];
    final int[] source = new int[CAPACITY];
    int firstFrame;
    int count;

    void clear(int nextFrame) {
        firstFrame = nextFrame;
        count = 0;
    }

    boolean isFull() {
        return count == CAPACITY;
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
