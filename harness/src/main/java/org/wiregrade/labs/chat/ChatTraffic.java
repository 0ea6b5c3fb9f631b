package org.wiregrade.labs.chat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.wiregrade.labs.chat.Hearing.Surplus;
import org.wiregrade.wire.TcpStream;
import org.wiregrade.wire.Trace;

/**
 * A chat as a capture shows it.
 *
 * @param streams the connections to the chat's port, those left out on which nothing could be said
 * @param said what the clients said, in the order of time
 * @param deliveries what became of each thing said, at each other client to which it could have come
 * @param surplus what came back to who had said it, or came twice
 * @param lossy whether the capture lacks packets, so that nothing can be concluded from what is not in it
 */
record ChatTraffic(
        List<TcpStream> streams, List<Said> said, List<Delivery> deliveries, List<Surplus> surplus, boolean lossy) {
    ChatTraffic {
        streams = List.copyOf(streams);
        said = List.copyOf(said);
        deliveries = List.copyOf(deliveries);
        surplus = List.copyOf(surplus);
    }

    /**
     * Finds the chat in a trace.
     *
     * @param dropped packets that the capturing program lost
     */
    static ChatTraffic of(Trace trace, int port, long dropped) {
        List<TcpStream> streams = trace.streamsTo(port).stream()
                .filter(ChatTraffic::wasOpen)
                .limit(ChatEvidenceLimits.JUDGED_STREAMS)
                .toList();
        List<Said> said = streams.stream()
                .flatMap(stream -> Said.on(stream).stream())
                .sorted(Comparator.comparingLong(Said::timeNs).thenComparing(Said::frame))
                .limit(ChatEvidenceLimits.JUDGED_MESSAGES)
                .toList();
        boolean lossy = dropped > 0 || streams.stream().anyMatch(ChatTraffic::hasHoles);
        long end = trace.streams().stream()
                .mapToLong(stream -> stream.startNs() + stream.durationNs())
                .max()
                .orElse(0);
        List<Delivery> deliveries = new ArrayList<>();
        List<Surplus> surplus = new ArrayList<>();
        for (TcpStream listener : streams) {
            Presence presence = Presence.of(listener, end);
            Hearing hearing = Hearing.of(listener, presence, said);
            for (Said one : said) {
                if (!one.isFrom(listener) && presence.mayHear(one)) {
                    deliveries.add(hearing.delivery(one, !lossy && presence.mustHear(one)));
                }
            }
            surplus.addAll(hearing.surplus());
        }
        Comparator<Said> byTime = Comparator.comparingLong(Said::timeNs).thenComparing(Said::frame);
        deliveries.sort(Comparator.comparing(Delivery::said, byTime));
        surplus.sort(Comparator.comparing(Surplus::said, byTime));
        return new ChatTraffic(streams, said, deliveries, lossy ? List.of() : surplus, lossy);
    }

    /** A refused connection, or the last packets of an older one, is none that anything could be said on. */
    private static boolean wasOpen(TcpStream stream) {
        return stream.handshake()
                || stream.toServer().bytes() + stream.toClient().bytes() > 0;
    }

    private static boolean hasHoles(TcpStream stream) {
        return stream.toServer().missing() + stream.toClient().missing() > 0;
    }
}
