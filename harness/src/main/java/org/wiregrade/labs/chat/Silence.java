package org.wiregrade.labs.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.wiregrade.testbed.CheckFailure;
import org.wiregrade.testbed.TcpConnection;

/** Why clients did not hear others, from who heard what. */
final class Silence {
    private Silence() {}

    /** The failure where nobody heard anybody. */
    static CheckFailure failure(Talk talk) {
        ChatRoom room = talk.room();
        TcpConnection speaker = talk.clients().get(1);
        String expected = "what " + room.name(speaker) + " says comes to "
                + room.name(talk.clients().get(0));
        int own = 0;
        for (int i = 0; i < talk.clients().size(); i++) {
            if (!room.greetings().sightings(talk.heard().get(i)).isEmpty()) {
                own++;
            }
        }
        if (own > 0) {
            return room.failure(
                    expected,
                    "each message came back to its sender only, such as "
                            + Shown.of(firstLine(talk.heard().get(1))),
                    "Write to every client in the list except the sender; you write to the sender.");
        }
        for (String heard : talk.heard()) {
            if (!heard.isEmpty()) {
                return room.failure(
                        expected,
                        "something came, but not the words that were said: " + Shown.of(firstLine(heard)),
                        "Send the text that the client sent, as UTF-8.");
            }
        }
        if (room.server().lineCount() > ChatLab.ENDLESS_LINES) {
            return new CheckFailure(
                    expected,
                    "nothing came to anybody, and the server prints without end",
                    "A loop does not end: one call handles one message.",
                    room.server().tail());
        }
        return room.failure(expected, "nothing came to anybody", "");
    }

    private static String firstLine(String text) {
        return text.strip().lines().findFirst().orElse("");
    }

    /** The failure where some clients did not hear all others. */
    static CheckFailure partial(Talk talk, List<TcpConnection> deaf) {
        ChatRoom room = talk.room();
        List<TcpConnection> clients = talk.clients();
        String expected = "each of " + clients.size() + " clients hears each of the others once";
        List<TcpConnection> hearing = new ArrayList<>(clients);
        hearing.removeAll(deaf);
        String missed = missed(talk, deaf.get(0));
        List<TcpConnection> heard = heardSpeakers(talk);
        if (heard.size() == 1) {
            return room.failure(
                    expected,
                    "only what " + room.name(heard.get(0)) + " says is handed on; " + missed,
                    "The code for one message must return: do not read on from the sender in it, and keep no lock.");
        }
        if (hearing.equals(clients.subList(0, 1))) {
            return room.failure(
                    expected,
                    "only " + room.name(clients.get(0)) + ", which connected first, hears the others; " + missed,
                    "The loop over the clients ends after the first, or writes only to the first.");
        }
        if (deaf.equals(clients.subList(clients.size() - 1, clients.size()))) {
            return room.failure(
                    expected,
                    room.name(deaf.get(0)) + ", which connected last, is left out: " + missed,
                    "The loop over the clients ends one too early.");
        }
        if (deaf.equals(clients.subList(0, 1))) {
            return room.failure(
                    expected,
                    room.name(deaf.get(0)) + ", which connected first, is left out: " + missed,
                    "The loop over the clients starts one too late.");
        }
        return room.failure(
                expected,
                deaf.stream().map(room::name).collect(Collectors.joining(", ")) + " did not hear everything: " + missed,
                "");
    }

    private static List<TcpConnection> heardSpeakers(Talk talk) {
        List<TcpConnection> heard = new ArrayList<>();
        for (int speaker = 0; speaker < talk.turns().size(); speaker++) {
            for (int listener = 0; listener < talk.clients().size(); listener++) {
                if (listener != speaker && !talk.sightings(listener, speaker).isEmpty()) {
                    heard.add(talk.clients().get(speaker));
                    break;
                }
            }
        }
        return heard;
    }

    private static String missed(Talk talk, TcpConnection listener) {
        int index = talk.clients().indexOf(listener);
        for (int speaker = 0; speaker < talk.turns().size(); speaker++) {
            if (speaker != index && talk.sightings(index, speaker).isEmpty()) {
                return Shown.of(talk.turns().get(speaker).text()) + " of "
                        + talk.room().name(talk.clients().get(speaker)) + " never came to "
                        + talk.room().name(listener);
            }
        }
        return "";
    }
}
