package org.wiregrade.capture;

import java.util.Arrays;
import org.wiregrade.wire.Kind;

/** The segments with payload of one direction, in the order of the capture, packed into rows of one array. */
final class SegmentLog {
    private static final int ROW = 5;
    private static final int POSITION = 1;
    private static final int FILE = 2;
    private static final int FRAME_AND_LENGTH = 3;
    private static final int PRINT_KIND_AND_FLAGS = 4;
    private static final Kind[] KINDS = {
        Kind.NEW, Kind.RETRANSMISSION, Kind.COPY, Kind.OUT_OF_ORDER, Kind.KEEP_ALIVE, Kind.ZERO_WINDOW_PROBE
    };

    private long[] rows = new long[4 * ROW];
    private int count;

    void add(TcpBatch batch, int i, long position, int length, Kind kind) {
        int row = count++ * ROW;
        if (row == rows.length) {
            rows = Arrays.copyOf(rows, 2 * row);
        }
        rows[row] = batch.timeNs[i];
        rows[row + POSITION] = position;
        rows[row + FILE] = batch.payload[i];
        rows[row + FRAME_AND_LENGTH] = pair(batch.frame[i], length);
        rows[row + PRINT_KIND_AND_FLAGS] = pair(batch.print[i], code(kind) << 8 | (batch.flags[i] & 0x3f));
    }

    private static long pair(int high, int low) {
        return ((long) high << 32) | (low & 0xffff_ffffL);
    }

    private static int code(Kind kind) {
        int code = 0;
        while (KINDS[code] != kind) {
            code++;
        }
        return code;
    }

    int count() {
        return count;
    }

    long timeNs(int index) {
        return rows[index * ROW];
    }

    long position(int index) {
        return rows[index * ROW + POSITION];
    }

    /** Where its first byte lies in the file. */
    long file(int index) {
        return rows[index * ROW + FILE];
    }

    int frame(int index) {
        return (int) (rows[index * ROW + FRAME_AND_LENGTH] >>> 32);
    }

    int length(int index) {
        return (int) rows[index * ROW + FRAME_AND_LENGTH];
    }

    int print(int index) {
        return (int) (rows[index * ROW + PRINT_KIND_AND_FLAGS] >>> 32);
    }

    Kind kind(int index) {
        return KINDS[(int) rows[index * ROW + PRINT_KIND_AND_FLAGS] >>> 8];
    }

    int flags(int index) {
        return (int) rows[index * ROW + PRINT_KIND_AND_FLAGS] & 0xff;
    }
}
