package org.wiregrade.capture;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The runs of payload bytes of one direction: where each stands in sequence space, where in the file, who brought it. */
final class PieceLog {
    int count;
    long[] position = new long[4];
    long[] file = new long[4];
    int[] length = new int[4];
    int[] segment = new int[4];
    private boolean sorted = true;

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

    boolean isSorted() {
        return sorted;
    }

    private void resize(int capacity) {
        position = Arrays.copyOf(position, capacity);
        file = Arrays.copyOf(file, capacity);
        length = Arrays.copyOf(length, capacity);
        segment = Arrays.copyOf(segment, capacity);
    }
}
