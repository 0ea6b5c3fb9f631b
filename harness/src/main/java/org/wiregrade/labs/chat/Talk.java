package org.wiregrade.labs.chat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.wiregrade.labs.chat.Greeting.Sighting;
import org.wiregrade.testbed.TcpConnection;

/**
 * A first conversation: four clients speak in turn, each waits until all have heard; several checks judge what came.
 *
 * @param room where it was held
 * @param clients in the order in which they connected; the first was silent until all others had been heard
 * @param turns what each said once, in their order; none where nobody heard another
 * @param heard all that each client heard from the first turn on
 */
record Talk(ChatRoom room, List<TcpConnection> clients, List<Greeting> turns, List<String> heard) {
    Talk {
        clients = List.copyOf(clients);
        turns = List.copyOf(turns);
        heard = List.copyOf(heard);
    }

    /** Fills an empty room and lets its clients talk. */
    static Talk in(ChatRoom room) throws IOException {
        while (room.clients().size() < ChatLab.CIRCLE) {
            room.enter();
        }
        List<TcpConnection> clients = room.clients();
        // Else a server that stops at the first message may or may not have accepted all by then.
        String last = clients.get(clients.size() - 1).local().toString();
        room.server().awaitLine(0, line -> line.contains(last), ChatLab.ACCEPTED);
        List<TcpConnection> hearing = Settling.in(room, clients.subList(1, 3), clients);
        if (hearing.isEmpty()) {
            return new Talk(
                    room,
                    clients,
                    List.of(),
                    clients.stream().map(client -> client.since(0)).toList());
        }
        List<Integer> marks = clients.stream().map(TcpConnection::mark).toList();
        List<Greeting> turns = new ArrayList<>();
        for (TcpConnection speaker : clients) {
            turns.add(room.greetings().of(room.lastGreeting() + 1));
            if (!room.ask(speaker, ChatRoom.without(hearing, speaker))) {
                hearing = hearing(clients, marks, turns);
            }
        }
        // Whatever a turn still had to bring stands before this second turn of the same client.
        for (TcpConnection speaker : clients) {
            room.ask(speaker, ChatRoom.without(hearing, speaker));
        }
        clients.get(0).await(marks.get(0), turns.get(0)::in, ChatLab.GRACE);
        List<String> heard = new ArrayList<>();
        for (int i = 0; i < clients.size(); i++) {
            heard.add(clients.get(i).since(marks.get(i)));
        }
        Talk talk = new Talk(room, clients, turns, heard);
        talk.tell();
        return talk;
    }

    /** Those who missed nothing yet, so that the others are not waited for again and again. */
    private static List<TcpConnection> hearing(List<TcpConnection> clients, List<Integer> marks, List<Greeting> turns) {
        return IntStream.range(0, clients.size())
                .filter(client -> IntStream.range(0, turns.size())
                        .allMatch(turn -> turn == client
                                || turns.get(turn).in(clients.get(client).since(marks.get(client)))))
                .mapToObj(clients::get)
                .toList();
    }

    private void tell() {
        Labels labels = new Labels(labels().toList(), exact());
        for (int speaker : new int[] {1, 2, 3, 0}) {
            List<TcpConnection> listeners = IntStream.range(0, clients.size())
                    .filter(listener ->
                            listener != speaker && !sightings(listener, speaker).isEmpty())
                    .mapToObj(clients::get)
                    .toList();
            if (!listeners.isEmpty()) {
                room.got(labels, clients.get(speaker), listeners, echoes());
                return;
            }
        }
    }

    /** Whether every message that came to another client has exactly the label of its sender. */
    private boolean exact() {
        return IntStream.range(0, turns.size())
                .allMatch(speaker -> IntStream.range(0, clients.size())
                        .filter(listener -> listener != speaker)
                        .mapToObj(listener -> sightings(listener, speaker))
                        .flatMap(List::stream)
                        .allMatch(seen -> label(seen)
                                .equals(Labels.of(clients.get(speaker).local()))));
    }

    /** The places where a client heard another's turn. */
    List<Sighting> sightings(int listener, int speaker) {
        return room.greetings().sightings(heard.get(listener)).stream()
                .filter(seen -> seen.number() == turns.get(speaker).number())
                .toList();
    }

    /** Whether anybody heard what another said, changed or not. */
    boolean delivered() {
        for (int speaker = 0; speaker < turns.size(); speaker++) {
            for (int listener = 0; listener < clients.size(); listener++) {
                if (listener != speaker && !sightings(listener, speaker).isEmpty()) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The clients that heard every turn of all others. */
    List<TcpConnection> hearing() {
        List<TcpConnection> hearing = new ArrayList<>();
        for (int listener = 0; listener < clients.size(); listener++) {
            int index = listener;
            boolean all = IntStream.range(0, turns.size())
                    .allMatch(speaker ->
                            speaker == index || !sightings(index, speaker).isEmpty());
            if (all) {
                hearing.add(clients.get(listener));
            }
        }
        return hearing;
    }

    private boolean echoes() {
        return IntStream.range(0, turns.size())
                .anyMatch(client -> !sightings(client, client).isEmpty());
    }

    /** What stood in front of the texts. */
    private Stream<String> labels() {
        return heard.stream()
                .flatMap(text -> room.greetings().sightings(text).stream())
                .map(this::label);
    }

    /** What stands between the end of the message before and a message's text. */
    String label(Sighting seen) {
        String before = seen.before().replaceAll("^[\\r\\n]+", "");
        int opening =
                before.toLowerCase(Locale.ROOT).lastIndexOf(room.greetings().opening());
        return opening < 0 ? before : before.substring(0, opening);
    }
}
