package org.wiregrade.capture;

import java.util.Arrays;
import org.wiregrade.wire.Kind;

/** The segments with payload of one direction, in the order of the capture, as growing columns. */
final class SegmentLog {
    private static final Kind[] KINDS = Kind.values();
    private static final int FLAGS = 0x3f;
    private static final int KIND_SHIFT = 8;

    int count;
    int[] frame = new int[4];
    long[] timeNs = new long[4];
    long[] position = new long[4];
    int[] length = new int[4];
    int[] print = new int[4];
    private short[] marks = new short[4];

    int add(int frameNumber, long time, long at, int size, int fingerprint, Kind kind, int flags) {
        if (count == frame.length) {
            grow(count * 2);
        }
        frame[count] = frameNumber;
        timeNs[count] = time;
        position[count] = at;
        length[count] = size;
        print[count] = fingerprint;
        marks[count] = (short) (kind.ordinal() << KIND_SHIFT | flags & FLAGS);
        return count++;
    }

    Kind kind(int index) {
        return KINDS[marks[index] >> KIND_SHIFT];
    }

    int flags(int index) {
        return marks[index] & FLAGS;
    }

    private void grow(int capacity) {
        frame = Arrays.copyOf(frame, capacity);
        timeNs = Arrays.copyOf(timeNs, capacity);
        position = Arrays.copyOf(position, capacity);
        length = Arrays.copyOf(length, capacity);
        print = Arrays.copyOf(print, capacity);
        marks = Arrays.copyOf(marks, capacity);
    }
}
