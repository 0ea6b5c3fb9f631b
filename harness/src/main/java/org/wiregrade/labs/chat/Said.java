package org.wiregrade.labs.chat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.wiregrade.labs.evidence.Quote;
import org.wiregrade.wire.Endpoint;
import org.wiregrade.wire.Flow;
import org.wiregrade.wire.Segment;
import org.wiregrade.wire.TcpStream;

/**
 * One thing that a client said: a segment's payload, or a line of it where there are several.
 *
 * @param number its place among all that this client said, from 0
 * @param frame the packet that brought its first byte
 * @param timeNs of that packet, since the epoch
 */
record Said(TcpStream stream, int number, String text, int frame, long timeNs) {
    /** All that a client said, in order, without what is only white space. */
    static List<Said> on(TcpStream stream) {
        Flow flow = stream.toServer();
        byte[] payload = flow.payload(0, (int) Math.min(flow.bytes(), ChatEvidenceLimits.JUDGED_BYTES));
        List<Said> all = new ArrayList<>();
        int from = 0;
        for (int end : ends(flow, payload)) {
            String text = ChatText.decode(Arrays.copyOfRange(payload, from, end));
            if (!ChatText.squeeze(text).isEmpty()) {
                Segment first = flow.segmentAt(from);
                all.add(new Said(stream, all.size(), text.strip(), first.frame(), first.timeNs()));
            }
            from = end;
        }
        return List.copyOf(all);
    }

    /** Where what was said may end: at a segment's end, unless inside a character, and behind a newline. */
    private static TreeSet<Integer> ends(Flow flow, byte[] payload) {
        TreeSet<Integer> ends = new TreeSet<>();
        for (Segment segment : flow.segments()) {
            long start = segment.offset();
            if (segment.isFresh() && start > 0 && start < payload.length && (payload[(int) start] & 0xc0) != 0x80) {
                ends.add((int) start);
            }
        }
        for (int i = 0; i < payload.length; i++) {
            if (payload[i] == '\n') {
                ends.add(i + 1);
            }
        }
        if (payload.length > 0) {
            ends.add(payload.length);
        }
        return ends;
    }

    /** Whether this client said it. */
    boolean isFrom(TcpStream other) {
        return stream.index() == other.index();
    }

    /** A stream's own hash code goes through all its segments. */
    @Override
    public int hashCode() {
        return 31 * frame + number;
    }

    Endpoint by() {
        return stream.client();
    }

    /** {@code “hello”, said by 127.0.0.1:34686 in packet 13}. */
    @Override
    public String toString() {
        return Quote.text(text) + ", said by " + by() + " in packet " + frame;
    }
}
