package org.wiregrade.labs.chat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.wiregrade.labs.chat.Delivery.Outcome;
import org.wiregrade.labs.chat.Hearing.Surplus;
import org.wiregrade.labs.evidence.Quote;
import org.wiregrade.testbed.CheckFailure;
import org.wiregrade.wire.Endpoint;
import org.wiregrade.wire.TcpStream;
import org.wiregrade.wire.Trace;

/** What a capture of the chat has to show; each rule gives what it saw, or fails with the reason. */
final class ChatCaptureRules {
    private static final int SHOWN = 6;

    private ChatCaptureRules() {}

    /** At least three connections to the chat's port, from their beginning. */
    static String streams(Trace trace, int port) {
        List<TcpStream> streams = trace.streamsTo(port);
        long whole = streams.stream().filter(TcpStream::handshake).count();
        String expected = "at least " + ChatEvidenceLimits.STREAMS + " TCP streams to port " + port
                + ", each with its handshake (SYN, SYN-ACK)";
        if (trace.streams().isEmpty()) {
            throw new CheckFailure(
                    expected,
                    "the capture has no TCP stream at all",
                    "Capture on the loopback interface (lo, lo0, or Npcap Loopback Adapter) with the filter tcp port "
                            + port + ", and start before the server does.");
        }
        if (streams.isEmpty()) {
            throw new CheckFailure(
                    expected,
                    "no stream goes to port " + port + "; the capture has streams to port " + ports(trace),
                    "Run the chat on port " + port + " and capture that.");
        }
        if (streams.size() < ChatEvidenceLimits.STREAMS) {
            throw new CheckFailure(
                    expected,
                    Quote.count(streams.size(), "stream") + " to port " + port + ", from " + clients(streams),
                    "Connect " + ChatEvidenceLimits.STREAMS + " clients while the capture runs, and let them stay.");
        }
        if (whole < ChatEvidenceLimits.STREAMS) {
            throw new CheckFailure(
                    expected,
                    Quote.count(streams.size(), "stream") + " to port " + port + ", but "
                            + (whole == 0 ? "none" : "only " + whole) + " with a handshake",
                    "Start the capture before the clients connect; what came before it is not in the file.");
        }
        return Quote.count(streams.size(), "stream") + " to port " + port + ", from " + clients(streams) + ".";
    }

    /** At least two clients that say something. */
    static String speakers(ChatTraffic chat) {
        Set<Endpoint> speakers =
                chat.said().stream().map(Said::by).collect(Collectors.toCollection(LinkedHashSet::new));
        if (speakers.size() < ChatEvidenceLimits.SPEAKERS) {
            throw new CheckFailure(
                    "at least " + ChatEvidenceLimits.SPEAKERS + " clients send messages",
                    speakers.isEmpty()
                            ? "no client sends anything to port " + ChatEvidenceLimits.PORT
                            : "only " + speakers.iterator().next() + " sends anything (packet "
                                    + chat.said().get(0).frame() + ")",
                    "While the capture runs, write in the terminals of different clients.");
        }
        return Quote.count(chat.said().size(), "message") + " from " + Quote.count(speakers.size(), "client") + ".";
    }

    /** What one client says, each other one that is connected gets, once. */
    static String broadcast(ChatTraffic chat) {
        boolean nothing =
                !chat.deliveries().isEmpty() && chat.deliveries().stream().noneMatch(Delivery::arrived);
        if (chat.deliveries().stream().anyMatch(Delivery::isLost) || (nothing && !chat.lossy())) {
            throw lost(chat, firstLost(chat));
        }
        Optional<Surplus> twice = surplus(chat, false);
        if (twice.isPresent()) {
            throw new CheckFailure(
                    twice.get().said() + ", reaches each other client once",
                    "packet " + twice.get().frame() + " brings it to "
                            + twice.get().to().client() + " a second time",
                    "Send each message once to each client.");
        }
        long arrived = chat.deliveries().stream().filter(Delivery::arrived).count();
        if (arrived == 0) {
            throw new CheckFailure(
                    "messages reappear on the streams of the other clients",
                    "none does" + (chat.lossy() ? "; the capture lacks packets" : "")
                            + (chat.deliveries().isEmpty()
                                    ? ": whenever somebody spoke, no other client was connected"
                                    : ""),
                    "Have at least " + ChatEvidenceLimits.STREAMS + " clients connected at the same time, then write.");
        }
        return Quote.count(chat.said().size(), "message") + ", handed on " + Quote.count(arrived, "time") + ".";
    }

    /** The first message that nobody else got, or else the first that did not get everywhere. */
    private static Said firstLost(ChatTraffic chat) {
        Set<Said> heard = chat.deliveries().stream()
                .filter(Delivery::arrived)
                .map(Delivery::said)
                .collect(Collectors.toSet());
        return chat.deliveries().stream()
                .map(Delivery::said)
                .filter(said -> !heard.contains(said))
                .findFirst()
                .orElseGet(() -> chat.deliveries().stream()
                        .filter(Delivery::isLost)
                        .findFirst()
                        .orElseThrow()
                        .said());
    }

    private static CheckFailure lost(ChatTraffic chat, Said said) {
        List<Delivery> all = chat.deliveries().stream()
                .filter(delivery -> delivery.said().equals(said))
                .toList();
        List<Delivery> lost =
                all.stream().filter(delivery -> !delivery.arrived()).toList();
        String expected = said + ", reappears on the streams of the other clients";
        String whom = lost.stream().limit(SHOWN).map(ChatCaptureRules::at).collect(Collectors.joining(", "));
        Optional<Delivery> changed =
                lost.stream().filter(one -> one.outcome() == Outcome.CHANGED).findFirst();
        if (changed.isPresent()) {
            return new CheckFailure(
                    expected,
                    "its text arrives changed: packet " + changed.get().frame() + " brings "
                            + Quote.text(changed.get().seen()) + " to " + at(changed.get()),
                    "Hand the text on as it came.");
        }
        Optional<Surplus> echo = chat.surplus().stream()
                .filter(one -> one.said().equals(said) && said.isFrom(one.to()))
                .findFirst();
        String got = all.size() > 1 && lost.size() == all.size()
                ? "nobody else gets it, though " + all.size() + " other clients were connected"
                : "it does not reach " + whom;
        if (echo.isPresent()) {
            return new CheckFailure(
                    expected,
                    got + "; packet " + echo.get().frame() + " returns "
                            + Quote.text(echo.get().seen()) + " to the one who said it",
                    "That is what the example server does; the chat sends to all clients except the sender.");
        }
        return new CheckFailure(expected, got, "");
    }

    /**
     * What is handed on stands behind the address of who said it. Words that did not have to arrive, or of which the
     * capture may lack a part, can stand somewhere by chance: they count only where no prefix is right.
     */
    static String prefix(ChatTraffic chat) {
        long arrived = chat.deliveries().stream().filter(Delivery::arrived).count();
        boolean never = chat.deliveries().stream().noneMatch(one -> one.outcome() == Outcome.PREFIXED);
        for (Delivery delivery : chat.deliveries()) {
            if (delivery.outcome() == Outcome.OTHERWISE && (never || delivery.due())) {
                String wanted = "[" + address(delivery.said().by()) + "] ";
                throw new CheckFailure(
                        "“" + wanted + "” and the text: "
                                + Quote.text(wanted + delivery.said().text()),
                        "packet " + delivery.frame() + " brings " + Quote.text(delivery.seen()) + " to " + at(delivery),
                        WrongPrefix.of(delivery).hint());
            }
        }
        if (arrived == 0) {
            throw new CheckFailure("messages with “[ip:port] ” in front", "no message that reached another client", "");
        }
        return "";
    }

    /** Nobody is sent what they said themselves. */
    static String echo(ChatTraffic chat) {
        Optional<Surplus> echo = surplus(chat, true);
        if (echo.isPresent()) {
            throw new CheckFailure(
                    echo.get().said() + ", goes to the others only",
                    "packet " + echo.get().frame() + " brings "
                            + Quote.text(echo.get().seen()) + " back to "
                            + echo.get().to().client(),
                    "Leave the sender out when you go through the list of clients.");
        }
        return "";
    }

    private static Optional<Surplus> surplus(ChatTraffic chat, boolean toSpeaker) {
        return chat.surplus().stream()
                .filter(one -> one.said().isFrom(one.to()) == toSpeaker)
                .findFirst();
    }

    /** The address as servers print it: without brackets around IPv6. */
    static String address(Endpoint endpoint) {
        return endpoint.ip() + ":" + endpoint.port();
    }

    private static String at(Delivery delivery) {
        return delivery.to().client() + " (stream " + delivery.to().index() + ")";
    }

    private static String clients(List<TcpStream> streams) {
        List<String> names = new ArrayList<>(streams.stream()
                .limit(SHOWN)
                .map(stream -> stream.client().toString())
                .toList());
        if (streams.size() > SHOWN) {
            names.add("…");
        }
        return String.join(", ", names);
    }

    private static String ports(Trace trace) {
        Set<Integer> ports = trace.streams().stream()
                .map(stream -> stream.server().port())
                .collect(Collectors.toCollection(TreeSet::new));
        return ports.stream().limit(SHOWN).map(String::valueOf).collect(Collectors.joining(", "));
    }
}
