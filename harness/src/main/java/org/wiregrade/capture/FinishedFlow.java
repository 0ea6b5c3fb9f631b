package org.wiregrade.capture;

import java.nio.ByteBuffer;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import org.wiregrade.wire.Endpoint;
import org.wiregrade.wire.Flow;
import org.wiregrade.wire.Hole;
import org.wiregrade.wire.Payload;
import org.wiregrade.wire.Segment;

/** A direction's payload and segments, read out of the file and the columns only when asked for. */
final class FinishedFlow extends AbstractList<Segment> implements RandomAccess, Payload {
    private final CaptureBytes bytes;
    private final SegmentLog segments;
    private final Runs pieces;
    private final int firstSequence;
    /** Where each piece begins in the payload; one more than there are pieces. */
    private final long[] offset;

    private final List<Hole> holes = new ArrayList<>();

    private FinishedFlow(FlowBuilder flow, CaptureBytes bytes) {
        this.bytes = bytes;
        pieces = flow.finish();
        segments = flow.segments;
        firstSequence = flow.firstSequence();
        offset = new long[pieces.count() + 1];
        layOut(flow.base(pieces), flow.end());
    }

    private void layOut(long base, long end) {
        long expected = base;
        for (int i = 0; i < pieces.count(); i++) {
            long position = pieces.position(i);
            int length = pieces.length(i);
            if (position > expected) {
                holes.add(new Hole(offset[i], position - expected));
            }
            expected = position + length;
            offset[i + 1] = offset[i] + length;
        }
        if (pieces.count() > 0 && end > expected) {
            holes.add(new Hole(length(), end - expected));
        }
    }

    static Flow of(FlowBuilder flow, Endpoint from, Endpoint to, CaptureBytes bytes) {
        FinishedFlow finished = new FinishedFlow(flow, bytes);
        return new Flow(
                from,
                to,
                flow.packets,
                finished,
                List.copyOf(finished.holes),
                finished,
                flow.fin,
                flow.reset,
                flow.endNs);
    }

    @Override
    public int[] sizes() {
        int[] sizes = new int[pieces.count()];
        int count = 0;
        for (int i = 0; i < pieces.count(); i++) {
            if (i > 0 && pieces.segment(i) == pieces.segment(i - 1)) {
                sizes[count - 1] += pieces.length(i);
            } else {
                sizes[count++] = pieces.length(i);
            }
        }
        return count == sizes.length ? sizes : Arrays.copyOf(sizes, count);
    }

    @Override
    public long length() {
        return offset[pieces.count()];
    }

    @Override
    public void read(long from, byte[] into, int at, int count) {
        Objects.checkFromIndexSize(from, count, length());
        Objects.checkFromIndexSize(at, count, into.length);
        ByteBuffer target = ByteBuffer.wrap(into);
        int written = 0;
        for (int piece = pieceAt(from); written < count; piece++) {
            int skip = (int) (from + written - offset[piece]);
            int some = Math.min(pieces.length(piece) - skip, count - written);
            long file = pieces.file(piece) + skip;
            boolean few = some <= CaptureBytes.FEW && count - written >= CaptureBytes.FEW;
            if (!few || !bytes.readFew(file, target, at + written)) {
                bytes.read(file, into, at + written, some);
            }
            written += some;
        }
    }

    @Override
    public int segmentAt(long place) {
        Objects.checkIndex(place, length());
        return pieces.segment(pieceAt(place));
    }

    @Override
    public int retransmissions() {
        return segments.retransmissions();
    }

    @Override
    public Segment get(int index) {
        Objects.checkIndex(index, segments.count());
        long position = segments.position(index);
        return new Segment(
                segments.frame(index),
                segments.timeNs(index),
                offsetOf(position),
                segments.length(index),
                segments.kind(index),
                (firstSequence + position) & 0xffff_ffffL,
                segments.flags(index));
    }

    @Override
    public int size() {
        return segments.count();
    }

    private long offsetOf(long position) {
        if (pieces.count() == 0 || position < pieces.position(0)) {
            return 0;
        }
        int piece = pieceAtPosition(position);
        return offset[piece] + Math.min(pieces.length(piece), position - pieces.position(piece));
    }

    /** The piece with the byte at an offset in the payload. */
    private int pieceAt(long place) {
        int found = Arrays.binarySearch(offset, 0, pieces.count(), place);
        return found >= 0 ? found : Math.max(0, -found - 2);
    }

    /** The last piece that begins at or before a position. */
    private int pieceAtPosition(long position) {
        int low = 0;
        int high = pieces.count() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (pieces.position(middle) <= position) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
