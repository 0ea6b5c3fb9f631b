package org.wiregrade.labs.chat.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.wiregrade.labs.chat.live.Greeting.Sighting;
import org.wiregrade.labs.chat.rule.ChatAssignment;
import org.wiregrade.labs.chat.rule.Client;
import org.wiregrade.labs.chat.rule.Delivery;
import org.wiregrade.labs.chat.rule.Delivery.Outcome;
import org.wiregrade.labs.chat.rule.Exchange;
import org.wiregrade.labs.chat.rule.Message;
import org.wiregrade.labs.chat.rule.Place;
import org.wiregrade.testbed.TcpConnection;
import org.wiregrade.wire.Endpoint;

/**
 * The exchange in what the harness's clients said and got.
 *
 * @param form of what is said in this run
 * @param speakers who said each greeting, by its place among the clients
 * @param texts what each client got
 */
record LiveExchange(
        Greetings form, List<Client> clients, List<Integer> speakers, List<Greeting> said, List<String> texts) {
    /** What has come since a mark of each client of a room. */
    static LiveExchange since(ChatRoom room, List<Integer> marks, List<Integer> speakers, List<Greeting> said) {
        List<Client> clients = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (TcpConnection client : room.clients()) {
            int number = clients.size();
            Endpoint server = new Endpoint(client.local().ip(), room.server().port());
            clients.add(new Client(number, client.local(), server, room.name(client)));
            texts.add(client.since(marks.get(number)));
        }
        return new LiveExchange(room.greetings(), clients, speakers, said, texts);
    }

    Exchange exchange() {
        List<Message> messages = new ArrayList<>();
        List<Delivery> deliveries = new ArrayList<>();
        List<Delivery> surplus = new ArrayList<>();
        for (int i = 0; i < said.size(); i++) {
            Client speaker = clients.get(speakers.get(i));
            Message message = new Message(speaker, 0, said.get(i).text(), Place.LIVE, 0);
            messages.add(message);
            for (Client client : clients) {
                List<Sighting> seen = sightings(client, said.get(i));
                boolean echo = client.equals(speaker);
                if (!echo) {
                    deliveries.add(delivery(message, client, seen));
                }
                seen.subList(echo || seen.isEmpty() ? 0 : 1, seen.size())
                        .forEach(each -> surplus.add(delivery(message, client, Outcome.SURPLUS, came(each))));
            }
        }
        return new Exchange(clients, messages, deliveries, surplus, false);
    }

    private Delivery delivery(Message message, Client to, List<Sighting> seen) {
        if (!seen.isEmpty()) {
            String came = came(seen.get(0));
            boolean exact = came.equals(ChatAssignment.prefix(message.by().address()) + message.text());
            return delivery(message, to, exact ? Outcome.PREFIXED : Outcome.OTHERWISE, came);
        }
        String text = texts.get(to.number()).strip();
        boolean foreign = form.sightings(text).isEmpty() && !text.isEmpty();
        return foreign
                ? delivery(
                        message, to, Outcome.CHANGED, text.lines().findFirst().orElse(""))
                : delivery(message, to, Outcome.MISSING, "");
    }

    private static Delivery delivery(Message message, Client to, Outcome outcome, String seen) {
        return new Delivery(message, to, outcome, true, Place.LIVE, 0, seen);
    }

    /** The places where a client got a greeting. */
    private List<Sighting> sightings(Client client, Greeting greeting) {
        return form.sightings(texts.get(client.number())).stream()
                .filter(seen -> seen.number() == greeting.number())
                .toList();
    }

    private static String came(Sighting seen) {
        return inItsLine(seen) + seen.word();
    }

    private static String inItsLine(Sighting seen) {
        return seen.before().replaceAll("^[\\r\\n]+", "");
    }

    /** Tells the room what this server puts in front, who is heard, and whether it sends back. */
    void tell(ChatRoom room) {
        List<String> labels = texts.stream()
                .flatMap(text -> form.sightings(text).stream())
                .map(this::label)
                .toList();
        if (losesFirstLetters()) {
            room.firstLetters().areLost();
        }
        boolean echoes = clients.stream().anyMatch(client -> heardFrom(client).contains(client));
        // The first client was silent until all others had been heard, and is asked last.
        for (int speaker : new int[] {1, 2, 3, 0}) {
            List<TcpConnection> listeners = heardFrom(clients.get(speaker)).stream()
                    .filter(client -> client.number() != speaker)
                    .map(client -> room.clients().get(client.number()))
                    .toList();
            if (!listeners.isEmpty()) {
                room.got(new Labels(labels, exact()), room.clients().get(speaker), listeners, echoes);
                return;
            }
        }
    }

    private List<Client> heardFrom(Client speaker) {
        return clients.stream()
                .filter(client -> !sightings(client, said.get(speaker.number())).isEmpty())
                .toList();
    }

    /** What stands between the end of the message before and a message's text. */
    private String label(Sighting seen) {
        String before = inItsLine(seen);
        String small = before.toLowerCase(Locale.ROOT);
        int whole = small.lastIndexOf(form.opening());
        int opening = whole < 0 ? small.lastIndexOf(form.opening().substring(1)) : whole;
        return opening < 0 ? before : before.substring(0, opening);
    }

    /** Whether of no message the first letter has come. */
    private boolean losesFirstLetters() {
        List<String> came = texts.stream()
                .flatMap(text -> form.sightings(text).stream())
                .map(seen -> seen.before().toLowerCase(Locale.ROOT))
                .toList();
        return !came.isEmpty()
                && came.stream()
                        .allMatch(before ->
                                before.endsWith(form.opening().substring(1)) && !before.endsWith(form.opening()));
    }

    /** Whether every message that came to another client has exactly the label of its sender. */
    private boolean exact() {
        return IntStream.range(0, said.size())
                .allMatch(turn -> clients.stream()
                        .filter(client -> client.number() != speakers.get(turn))
                        .flatMap(client -> sightings(client, said.get(turn)).stream())
                        .allMatch(seen -> label(seen)
                                .equals(ChatAssignment.prefix(
                                        clients.get(speakers.get(turn)).address()))));
    }
}
