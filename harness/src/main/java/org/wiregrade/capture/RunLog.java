package org.wiregrade.capture;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Runs of a direction in which something was lost, repeated or reordered. */
final class RunLog implements Runs {
    private int count;
    private long[] position;
    private long[] file;
    private int[] length;
    private int[] segment;
    private boolean sorted = true;

    private RunLog(int capacity) {
        position = new long[capacity];
        file = new long[capacity];
        length = new int[capacity];
        segment = new int[capacity];
    }

    /** Begins with one piece a segment. */
    static RunLog of(SegmentLog segments) {
        RunLog pieces = new RunLog(Math.max(1, segments.count()));
        for (int i = 0; i < segments.count(); i++) {
            pieces.add(segments.position(i), segments.file(i), segments.length(i), i);
        }
        return pieces;
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public long position(int index) {
        return position[index];
    }

    @Override
    public long file(int index) {
        return file[index];
    }

    @Override
    public int length(int index) {
        return length[index];
    }

    @Override
    public int segment(int index) {
        return segment[index];
    }

    void add(long at, long fileOffset, int size, int segmentIndex) {
        if (count == length.length) {
            resize(count * 2);
        }
        sorted &= count == 0 || position[count - 1] <= at;
        position[count] = at;
        file[count] = fileOffset;
        length[count] = size;
        segment[count++] = segmentIndex;
    }

    /** Cuts off whatever stands before a position, and brings the rest into order. */
    void finish(long base) {
        if (sorted && (count == 0 || position[0] >= base)) {
            return;
        }
        int[] order = IntStream.range(0, count)
                .filter(i -> position[i] + length[i] > base)
                .boxed()
                .sorted((a, b) -> Long.compare(position[a], position[b]))
                .mapToInt(Integer::intValue)
                .toArray();
        long[] newPosition = new long[order.length];
        long[] newFile = new long[order.length];
        int[] newLength = new int[order.length];
        int[] newSegment = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            int from = order[i];
            int cut = (int) Math.max(0, base - position[from]);
            newPosition[i] = position[from] + cut;
            newFile[i] = file[from] + cut;
            newLength[i] = length[from] - cut;
            newSegment[i] = segment[from];
        }
        position = newPosition;
        file = newFile;
        length = newLength;
        segment = newSegment;
        count = order.length;
        sorted = true;
    }

    private void resize(int capacity) {
        position = Arrays.copyOf(position, capacity);
        file = Arrays.copyOf(file, capacity);
        length = Arrays.copyOf(length, capacity);
        segment = Arrays.copyOf(segment, capacity);
    }
}
