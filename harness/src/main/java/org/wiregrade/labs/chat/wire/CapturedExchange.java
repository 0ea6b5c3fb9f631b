package org.wiregrade.labs.chat.wire;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wiregrade.capture.Capture;
import org.wiregrade.labs.chat.rule.ChatTolerances;
import org.wiregrade.labs.chat.rule.ChatWords;
import org.wiregrade.labs.chat.rule.Client;
import org.wiregrade.labs.chat.rule.Delivery;
import org.wiregrade.labs.chat.rule.Exchange;
import org.wiregrade.labs.chat.rule.Message;
import org.wiregrade.wire.TcpStream;

/**
 * An exchange with the streams in which it was found.
 *
 * @param streams the connections to the chat's port, those left out on which nothing could be said
 */
public record CapturedExchange(List<TcpStream> streams, Exchange exchange) {
    private static final Comparator<Message> BY_TIME = Comparator.comparingLong(Message::timeNs)
            .thenComparing(message -> message.where().packet());

    public CapturedExchange {
        streams = List.copyOf(streams);
    }

    /** Finds the chat with the server's port in a capture. */
    public static CapturedExchange of(Capture capture, int port) {
        List<TcpStream> streams = capture.trace().streamsTo(port).stream()
                .filter(CapturedExchange::wasOpen)
                .limit(ChatTolerances.JUDGED_STREAMS)
                .toList();
        List<Message> messages = streams.stream()
                .flatMap(stream -> Speech.on(stream).stream())
                .sorted(BY_TIME)
                .limit(ChatTolerances.JUDGED_MESSAGES)
                .toList();
        long end = capture.trace().streams().stream()
                .mapToLong(stream -> stream.startNs() + stream.durationNs())
                .max()
                .orElse(0);
        Map<Client, Presence> present = streams.stream()
                .collect(Collectors.toMap(CapturedExchange::client, stream -> Presence.of(stream, end)));
        return new CapturedExchange(streams, exchange(streams, messages, present));
    }

    /** What the capture lacks excuses only who said it and who was to get it; that packets were lost excuses nobody by itself. */
    private static Exchange exchange(List<TcpStream> streams, List<Message> messages, Map<Client, Presence> present) {
        List<Client> cut =
                speakersWithHoles(streams).map(CapturedExchange::client).toList();
        List<Delivery> deliveries = new ArrayList<>();
        List<Delivery> surplus = new ArrayList<>();
        for (TcpStream stream : streams) {
            Client to = client(stream);
            Reception reception = Reception.of(stream, present, messages);
            for (Message message : messages) {
                if (!message.by().equals(to) && present.get(to).mayGet(message)) {
                    boolean due = stream.toClient().missing() == 0
                            && !cut.contains(message.by())
                            && present.get(to).mustGet(message, present.get(message.by()));
                    deliveries.add(reception.delivery(message, due));
                }
            }
            surplus.addAll(reception.surplus());
        }
        deliveries.sort(Comparator.comparing(Delivery::message, BY_TIME));
        surplus.sort(Comparator.comparing(Delivery::message, BY_TIME));
        List<Client> clients = streams.stream().map(CapturedExchange::client).toList();
        boolean lossy = streams.stream().anyMatch(CapturedExchange::hasHoles);
        return new Exchange(clients, messages, deliveries, cut.isEmpty() ? surplus : List.of(), lossy);
    }

    static Client client(TcpStream stream) {
        String name = ChatWords.WORDS.text("client.captured", stream.client(), stream.index());
        return new Client(stream.index(), stream.client(), stream.server(), name);
    }

    /** A refused connection, or the last packets of an older one, is none that anything could be said on. */
    private static boolean wasOpen(TcpStream stream) {
        return stream.handshake()
                || stream.toServer().bytes() + stream.toClient().bytes() > 0;
    }

    /** The streams of those of whose words the capture lacks some. */
    public static Stream<TcpStream> speakersWithHoles(List<TcpStream> streams) {
        return streams.stream().filter(stream -> stream.toServer().missing() > 0);
    }

    private static boolean hasHoles(TcpStream stream) {
        return stream.toServer().missing() + stream.toClient().missing() > 0;
    }
}
