package org.wiregrade.capture;

import java.util.Arrays;
import org.wiregrade.wire.Kind;

/** The segments with payload of one direction, in the order of the capture, as growing columns. */
final class SegmentLog {
    int count;
    int[] frame = new int[4];
    long[] timeNs = new long[4];
    long[] position = new long[4];
    int[] length = new int[4];
    int[] print = new int[4];
    Kind[] kind = new Kind[4];
    byte[] flags = new byte[4];

    int add(int frameNumber, long time, long at, int size, int fingerprint, Kind what, int flagBits) {
        if (count == frame.length) {
            grow(count * 2);
        }
        frame[count] = frameNumber;
        timeNs[count] = time;
        position[count] = at;
        length[count] = size;
        print[count] = fingerprint;
        kind[count] = what;
        flags[count] = (byte) (flagBits & 0x3f);
        return count++;
    }

    private void grow(int capacity) {
        frame = Arrays.copyOf(frame, capacity);
        timeNs = Arrays.copyOf(timeNs, capacity);
        position = Arrays.copyOf(position, capacity);
        length = Arrays.copyOf(length, capacity);
        print = Arrays.copyOf(print, capacity);
        kind = Arrays.copyOf(kind, capacity);
        flags = Arrays.copyOf(flags, capacity);
    }
}
