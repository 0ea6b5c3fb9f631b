package org.wiregrade.capture;

import java.util.Arrays;
import org.wiregrade.wire.Kind;

/**
 * The segments with payload of one direction, in the order of the capture, packed into rows of a few arrays.
 *
 * <p>As long as every segment brings only what is behind all that is known, each is one piece of the payload.
 */
final class SegmentLog implements Runs {
    private static final int ROW = 5;
    private static final int FEW = 4;
    private static final int BLOCK_BITS = 10;
    /** So many rows stand in one array; longer ones would be copied, and their memory touched, again and again. */
    private static final int BLOCK = 1 << BLOCK_BITS;

    private static final int POSITION = 1;
    private static final int FILE = 2;
    private static final int FRAME_AND_LENGTH = 3;
    private static final int PRINT_KIND_AND_FLAGS = 4;
    private static final Kind[] KINDS = {
        Kind.NEW, Kind.RETRANSMISSION, Kind.COPY, Kind.OUT_OF_ORDER, Kind.KEEP_ALIVE, Kind.ZERO_WINDOW_PROBE
    };

    private long[][] blocks = {new long[FEW * ROW]};
    private int count;
    private int retransmissions;

    void add(TcpBatch batch, int i, long position, int length, Kind kind) {
        int index = count++;
        long[] rows = roomFor(index);
        int row = row(index);
        retransmissions += kind == Kind.RETRANSMISSION ? 1 : 0;
        rows[row] = batch.timeNs[i];
        rows[row + POSITION] = position;
        rows[row + FILE] = batch.payload[i];
        rows[row + FRAME_AND_LENGTH] = pair(batch.frame[i], length);
        rows[row + PRINT_KIND_AND_FLAGS] = pair(batch.print[i], code(kind) << 8 | kept(batch.flags[i]));
    }

    private long[] roomFor(int index) {
        int block = index >> BLOCK_BITS;
        if (block == blocks.length) {
            blocks = Arrays.copyOf(blocks, 2 * block);
        }
        long[] rows = blocks[block];
        if (rows == null) {
            rows = blocks[block] = new long[BLOCK * ROW];
        } else if (row(index) == rows.length) {
            rows = blocks[block] = Arrays.copyOf(rows, Math.min(2 * rows.length, BLOCK * ROW));
        }
        return rows;
    }

    private static int row(int index) {
        return (index & (BLOCK - 1)) * ROW;
    }

    private long at(int index, int column) {
        return blocks[index >> BLOCK_BITS][row(index) + column];
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

    @Override
    public int count() {
        return count;
    }

    int retransmissions() {
        return retransmissions;
    }

    long timeNs(int index) {
        return at(index, 0);
    }

    @Override
    public long position(int index) {
        return at(index, POSITION);
    }

    @Override
    public long file(int index) {
        return at(index, FILE);
    }

    @Override
    public int segment(int index) {
        return index;
    }

    int frame(int index) {
        return (int) (at(index, FRAME_AND_LENGTH) >>> 32);
    }

    @Override
    public int length(int index) {
        return (int) at(index, FRAME_AND_LENGTH);
    }

    int print(int index) {
        return (int) (at(index, PRINT_KIND_AND_FLAGS) >>> 32);
    }

    Kind kind(int index) {
        return KINDS[(int) at(index, PRINT_KIND_AND_FLAGS) >>> 8];
    }

    /** Of a segment's flags those that are kept: FIN to URG. */
    static int kept(int flags) {
        return flags & 0x3f;
    }

    int flags(int index) {
        return (int) at(index, PRINT_KIND_AND_FLAGS) & 0xff;
    }
}
