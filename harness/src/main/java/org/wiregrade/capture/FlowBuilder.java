package org.wiregrade.capture;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.wiregrade.wire.Kind;

/**
 * One direction of a stream while the capture is read: which bytes are known, and what each segment was.
 *
 * <p>Positions are sequence numbers without their limit of 32 bits, counted from the first one seen.
 */
final class FlowBuilder {
    private static final int LOOK_BACK = 256;
    private static final long SAME_MOMENT_NS = 1_000_000;
    private static final long BEFORE_EVERYTHING = -1L << 31;

    int packets;
    boolean fin;
    boolean reset;
    long endNs = Long.MAX_VALUE;
    boolean closedWindow;
    int sentPayloads;
    int cutPayloads;
    SegmentLog segments;
    /** Null while every segment is a piece of its own. */
    private RunLog pieces;

    private boolean begun;
    private int firstSequence;
    private boolean synSeen;
    private long synEnd;
    private long known;
    private long anchor;
    private long sentEnd = Long.MIN_VALUE;
    private NavigableMap<Long, Long> gaps;

    /** Takes one segment of this direction; the other one tells whether it had closed its window. */
    void add(TcpBatch batch, int i, FlowBuilder other) {
        packets++;
        int flags = batch.flags[i];
        closedWindow = batch.window[i] == 0 && (flags & (TcpFlag.SYN | TcpFlag.RST)) == 0;
        reset |= (flags & TcpFlag.RST) != 0;
        boolean firstFin = !fin && (flags & TcpFlag.FIN) != 0; // a FIN sent again may count the first
        fin |= firstFin;
        if ((flags & (TcpFlag.FIN | TcpFlag.RST)) != 0) {
            endNs = Math.min(endNs, batch.timeNs[i]);
        }
        int sequence = batch.sequence[i];
        if (!begun) {
            begun = true;
            firstSequence = sequence;
        }
        long at = anchor + (sequence - firstSequence - (int) anchor);
        if ((flags & TcpFlag.SYN) != 0) {
            at++;
            if (!synSeen) {
                synSeen = true;
                synEnd = at;
                known = segments == null ? at : known;
            }
        }
        int length = batch.captured[i];
        int sent = batch.sent[i];
        sentPayloads += sent > 0 ? 1 : 0;
        cutPayloads += sent > length ? 1 : 0;
        if (sent > length || firstFin) {
            sentEnd = Math.max(sentEnd, at + sent);
        }
        if (length > 0) {
            addPayload(batch, i, at, length, other);
        }
    }

    private void addPayload(TcpBatch batch, int i, long at, int length, FlowBuilder other) {
        if (segments == null) {
            segments = new SegmentLog();
            gaps = new TreeMap<>();
            known = synSeen ? synEnd : at;
            gaps.put(known + BEFORE_EVERYTHING, known);
        }
        long behind = known;
        if (at < behind) {
            segments.add(batch, i, at, length, late(batch, i, at, length));
            return;
        }
        boolean probe = length == 1 && at == behind && other.closedWindow;
        if (at > behind) {
            gaps.put(behind, at);
        } else {
            anchor = at;
        }
        if (pieces != null) {
            pieces.add(at, batch.payload[i], length, segments.count());
        }
        known = at + length;
        segments.add(batch, i, at, length, probe ? Kind.ZERO_WINDOW_PROBE : Kind.NEW);
    }

    /** Takes what is new in a segment that begins before the end of what is known, and says what the segment is. */
    private Kind late(TcpBatch batch, int i, long at, int length) {
        if (pieces == null) {
            pieces = RunLog.of(segments);
        }
        int fresh = fillGaps(at, Math.min(at + length, known), batch.payload[i], segments.count());
        if (at + length > known) {
            int skip = (int) (known - at);
            pieces.add(known, batch.payload[i] + skip, length - skip, segments.count());
            known = at + length;
            anchor = at;
            return Kind.NEW;
        }
        return fresh > 0 ? Kind.OUT_OF_ORDER : again(batch, i, at, length);
    }

    /** Takes what is not known yet of a range that begins before the known end; returns how many bytes that were. */
    private int fillGaps(long from, long to, long file, int segment) {
        int filled = 0;
        Map.Entry<Long, Long> gap = gaps.lowerEntry(to);
        while (gap != null && gap.getValue() > from) {
            long start = Math.max(from, gap.getKey());
            long end = Math.min(to, gap.getValue());
            gaps.remove(gap.getKey());
            if (gap.getKey() < start) {
                gaps.put(gap.getKey(), start);
            }
            if (end < gap.getValue()) {
                gaps.put(end, gap.getValue());
            }
            pieces.add(start, file + (start - from), (int) (end - start), segment);
            filled += (int) (end - start);
            gap = gaps.lowerEntry(start);
        }
        return filled;
    }

    /** What a segment is that brought nothing new. */
    private Kind again(TcpBatch batch, int i, long at, int length) {
        int oldest = Math.max(0, segments.count() - LOOK_BACK);
        for (int s = segments.count() - 1; s >= oldest; s--) {
            if (segments.position(s) == at
                    && segments.length(s) == length
                    && segments.print(s) == batch.print[i]
                    && segments.flags(s) == SegmentLog.kept(batch.flags[i])
                    && Math.abs(batch.timeNs[i] - segments.timeNs(s)) < SAME_MOMENT_NS) {
                return Kind.COPY;
            }
        }
        // a byte that was pushed on its own may be sent again; a probe is not pushed
        boolean probe = length == 1 && at == known - 1 && (batch.flags[i] & TcpFlag.PSH) == 0;
        return probe ? Kind.KEEP_ALIVE : Kind.RETRANSMISSION;
    }

    int firstSequence() {
        return firstSequence;
    }

    /** What was said, in order; no more segments may follow. */
    Runs finish() {
        if (segments == null) {
            segments = new SegmentLog();
        }
        long base = synSeen ? synEnd : 2 * BEFORE_EVERYTHING;
        if (pieces == null && (segments.count() == 0 || segments.position(0) >= base)) {
            return segments;
        }
        RunLog all = pieces != null ? pieces : RunLog.of(segments);
        all.finish(base);
        return all;
    }

    /** Where the payload begins: behind the SYN, else with the first byte known. */
    long base(Runs finished) {
        return synSeen || finished.count() == 0 ? synEnd : finished.position(0);
    }

    /** Behind the last byte that is known to have been sent. */
    long end() {
        return Math.max(known, sentEnd);
    }
}
