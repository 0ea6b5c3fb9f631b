package org.wiregrade.labs.chat.wire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.wiregrade.labs.chat.rule.ChatText;
import org.wiregrade.labs.chat.rule.ChatTolerances;
import org.wiregrade.labs.chat.rule.Client;
import org.wiregrade.labs.chat.rule.Message;
import org.wiregrade.labs.chat.rule.Place;
import org.wiregrade.wire.Flow;
import org.wiregrade.wire.Segment;
import org.wiregrade.wire.TcpStream;

/** Finds what one client said in the bytes that it sent. */
final class Speech {
    private Speech() {}

    /** All that a client said, in order, without what is only white space. */
    static List<Message> on(TcpStream stream) {
        Flow flow = stream.toServer();
        Client client = CapturedExchange.client(stream);
        byte[] payload = flow.payload(0, (int) Math.min(flow.bytes(), ChatTolerances.JUDGED_BYTES));
        List<Message> all = new ArrayList<>();
        int from = 0;
        for (int end : ends(flow, payload)) {
            String text = ChatText.decode(Arrays.copyOfRange(payload, from, end));
            if (!ChatText.squeeze(text).isEmpty()) {
                Segment first = flow.segmentAt(from);
                all.add(new Message(client, all.size(), text.strip(), new Place(first.frame()), first.timeNs()));
            }
            from = end;
        }
        return List.copyOf(all);
    }

    /** Where a message may end: at a segment's end, unless inside a character, and behind a newline. */
    private static SortedSet<Integer> ends(Flow flow, byte[] payload) {
        SortedSet<Integer> ends = new TreeSet<>();
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
}
