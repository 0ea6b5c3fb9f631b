package org.wiregrade.labs.twoflow;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.wiregrade.labs.evidence.Quote;
import org.wiregrade.wire.Flow;
import org.wiregrade.wire.Segment;

/**
 * What went one way on one stream.
 *
 * @param bytes the payload, one character per byte
 * @param segments those that brought new payload, in the order of the payload
 */
record Speech(Flow flow, String bytes, List<Segment> segments) {
    Speech {
        segments = List.copyOf(segments);
    }

    static Speech of(Flow flow) {
        int length = (int) Math.min(flow.bytes(), TwoFlowEvidenceLimits.JUDGED_BYTES);
        String bytes = new String(flow.payload(0, length), StandardCharsets.ISO_8859_1);
        List<Segment> fresh = flow.segments().stream()
                .filter(segment -> segment.isFresh() && segment.offset() < length)
                .sorted((one, other) -> Long.compare(one.offset(), other.offset()))
                .toList();
        return new Speech(flow, bytes, fresh);
    }

    int length() {
        return bytes.length();
    }

    /** The number of the packet that brought a byte. */
    int frameAt(int offset) {
        return flow.segmentAt(offset).frame();
    }

    /** {@code packet 7}, or {@code packets 7 to 53}. */
    String packets(int from, int to) {
        int first = frameAt(from);
        int last = frameAt(Math.max(from, to - 1));
        return first == last ? "packet " + first : "packets " + first + " to " + last;
    }

    /** A part as text in quotation marks. */
    String quote(int from, int to) {
        return Quote.bytes(bytes.substring(from, to).getBytes(StandardCharsets.ISO_8859_1));
    }

    /** The segments whose first new byte is in a range. */
    List<Segment> segmentsIn(int from, int to) {
        return segments.stream()
                .filter(segment -> segment.offset() >= from && segment.offset() < to)
                .toList();
    }

    /** Whether a segment begins at a byte, and so long after the one before that it is another row. */
    boolean beginsBehindAPause(int at) {
        Segment segment = flow.segmentAt(at);
        return segment.offset() == at
                && segment.timeNs() - flow.segmentAt(at - 1).timeNs() >= TwoFlowEvidenceLimits.BETWEEN_ROWS_NS;
    }

    /** Bytes per segment, on average. */
    double averageSize() {
        return segments.isEmpty() ? 0 : (double) length() / segments.size();
    }

    /** Whether bytes are missing, or more came than is judged. */
    boolean isPartial() {
        return flow.missing() > 0 || flow.bytes() > length();
    }
}
