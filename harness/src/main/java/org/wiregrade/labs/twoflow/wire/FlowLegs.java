package org.wiregrade.labs.twoflow.wire;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.wiregrade.labs.twoflow.rule.Arrivals;
import org.wiregrade.labs.twoflow.rule.Assignment;
import org.wiregrade.labs.twoflow.rule.LabFlow;
import org.wiregrade.wire.TcpStream;
import org.wiregrade.wire.Trace;

/**
 * The two connections of one flow: the sender's, on which payload goes to the relay, and the other one.
 *
 * @param sent what the sender gave the relay
 * @param relayed what the relay gave the other client
 */
record FlowLegs(LabFlow flow, TcpStream sender, TcpStream receiver, Arrivals sent, Arrivals relayed) {
    /** The connections to a flow's port on which something could be sent; a refused one is none. */
    static List<TcpStream> streams(Trace trace, int port) {
        return trace.streamsTo(port).stream()
                .filter(stream -> stream.handshake()
                        || stream.toServer().bytes() + stream.toClient().bytes() > 0)
                .toList();
    }

    /** The legs of the flow on a port; empty where there are not two streams, or nobody sends. */
    static Optional<FlowLegs> on(Trace trace, LabFlow flow, int port) {
        List<TcpStream> streams = streams(trace, port);
        if (streams.size() != Assignment.STREAMS_PER_PORT) {
            return Optional.empty();
        }
        TcpStream sender = streams.stream()
                .max(Comparator.comparingLong(stream -> stream.toServer().bytes()))
                .orElseThrow();
        TcpStream receiver = streams.get(streams.indexOf(sender) == 0 ? 1 : 0);
        return sender.toServer().bytes() == 0
                ? Optional.empty()
                : Optional.of(new FlowLegs(
                        flow,
                        sender,
                        receiver,
                        Packets.arrivals(sender.toServer()),
                        Packets.arrivals(receiver.toClient())));
    }

    /** Such as {@code VoIP on port 9002: 32 segments with payload from the client, 8.9 bytes on average; …}. */
    String figures() {
        return String.format(
                Locale.ROOT,
                "%s on port %d: %d segments with payload from the client, %.1f bytes on average; %d, %.1f bytes from the relay.",
                flow.words(),
                sender.server().port(),
                sent.list().size(),
                sent.averageSize(),
                relayed.list().size(),
                relayed.averageSize());
    }
}
