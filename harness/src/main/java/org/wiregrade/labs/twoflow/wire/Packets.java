package org.wiregrade.labs.twoflow.wire;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import org.wiregrade.labs.twoflow.rule.Arrivals;
import org.wiregrade.labs.twoflow.rule.Tolerance;
import org.wiregrade.labs.twoflow.rule.Where;
import org.wiregrade.testbed.Arrival;
import org.wiregrade.wire.Flow;
import org.wiregrade.wire.Segment;

/** The packets of one direction, by their numbers in the capture. */
record Packets(Flow flow) implements Where {
    /** What went one way on one stream, as far as it is judged; segments that brought nothing new are left out. */
    static Arrivals arrivals(Flow flow) {
        int length = (int) Math.min(flow.bytes(), Tolerance.JUDGED_BYTES);
        String bytes = new String(flow.payload(0, length), StandardCharsets.ISO_8859_1);
        List<Arrival> segments = flow.segments().stream()
                .filter(segment -> segment.isFresh() && segment.offset() < length)
                .sorted(Comparator.comparingLong(Segment::offset))
                .map(segment -> new Arrival(segment.timeNs(), (int) segment.offset(), segment.length()))
                .toList();
        boolean complete = flow.missing() == 0 && flow.bytes() == length;
        return new Arrivals(flow.from().toString(), bytes, segments, new Packets(flow), complete);
    }

    @Override
    public String shows(int from, int to) {
        return numbers(from, to) + (numbers(from, to).startsWith("packets") ? " carry" : " carries");
    }

    @Override
    public String note(int from, int to) {
        return " (" + numbers(from, to) + ")";
    }

    /** {@code packet 7}, or {@code packets 7 to 53}. */
    String numbers(int from, int to) {
        int first = flow.segmentAt(from).frame();
        int last = flow.segmentAt(Math.max(from, to - 1)).frame();
        return first == last ? "packet " + first : "packets " + first + " to " + last;
    }
}
