package org.wiregrade.labs.chat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.wiregrade.labs.chat.Greeting.Sighting;
import org.wiregrade.testbed.LabCheck;
import org.wiregrade.testbed.Task;
import org.wiregrade.testbed.TcpConnection;
import org.wiregrade.testbed.Testbed;

/** What every chat server does: judged by one conversation of four clients. */
@Task(value = "Chat server: handing messages on", lab = ChatLab.class)
final class ChatServerChecks {
    private static final Duration NEXT_SERVED = Duration.ofSeconds(1);

    @LabCheck(
            id = "chat.starts",
            points = 1,
            title = "The server starts and announces its port",
            hint = "Start it yourself and look at its last lines.",
            needs = "chat.server.compiles")
    void startsAndAnnounces(Testbed testbed) throws Exception {
        ChatLive.of(testbed).room();
    }

    @LabCheck(
            id = "chat.concurrent",
            points = 3,
            title = "A client that is connected and silent blocks nobody",
            hint = "Accept in one thread and serve each client in another.",
            needs = "chat.starts")
    void silentClientBlocksNobody(Testbed testbed) throws Exception {
        Talk talk = ChatLive.of(testbed).talk();
        if (talk.turns().isEmpty()) {
            ChatRoom room = talk.room();
            List<TcpConnection> unseen = talk.clients().stream()
                    .filter(client -> !seen(room, client))
                    .toList();
            if (!unseen.isEmpty()) {
                TcpConnection silent = talk.clients().get(0);
                int mark = room.server().lineCount();
                silent.leave();
                boolean nextServed = room.server()
                        .awaitLine(
                                mark,
                                line -> unseen.stream()
                                        .anyMatch(client ->
                                                line.contains(client.local().toString())),
                                NEXT_SERVED)
                        .isPresent();
                throw room.failure(
                        "while " + room.name(silent) + " is connected and says nothing, the others are served",
                        nextServed
                                ? room.name(unseen.get(0)) + " was served only after " + room.name(silent) + " had left"
                                : "nothing on the wire or in its output shows that it noticed "
                                        + room.name(unseen.get(0)),
                        nextServed ? "It serves one client at a time: give each its own thread." : "");
            }
        }
    }

    private static boolean seen(ChatRoom room, TcpConnection client) {
        return client.mark() > 0
                || room.server().linesFrom(0).stream()
                        .anyMatch(line -> line.contains(client.local().toString()));
    }

    @LabCheck(
            id = "chat.delivers",
            points = 5,
            title = "What one client says comes to another",
            hint = "Write the message to the output streams of the other clients in the list.",
            needs = "chat.concurrent")
    void comesToAnother(Testbed testbed) throws Exception {
        Talk talk = ChatLive.of(testbed).talk();
        if (!talk.delivered()) {
            throw Silence.failure(talk);
        }
    }

    @LabCheck(
            id = "chat.everyone",
            points = 6,
            title = "A message reaches every other client, exactly once",
            hint = "Go through the whole list of clients, and write once to each.",
            needs = "chat.delivers")
    void everyOtherClientExactlyOnce(Testbed testbed) throws Exception {
        Talk talk = ChatLive.of(testbed).talk();
        List<TcpConnection> clients = talk.clients();
        List<TcpConnection> hearing = talk.hearing();
        List<TcpConnection> deaf = new ArrayList<>(clients);
        deaf.removeAll(hearing);
        ChatRoom room = talk.room();
        if (!deaf.isEmpty()) {
            throw Silence.partial(talk, deaf);
        }
        for (int listener = 0; listener < clients.size(); listener++) {
            for (int speaker = 0; speaker < clients.size(); speaker++) {
                int times = talk.sightings(listener, speaker).size();
                if (speaker != listener && times > 1) {
                    throw room.failure(
                            "each message once",
                            room.name(clients.get(listener)) + " got "
                                    + Shown.of(talk.turns().get(speaker).text()) + " of "
                                    + room.name(clients.get(speaker)) + " " + times + " times",
                            "Write each message once to each client: is there a second loop, or is a client in two lists?");
                }
            }
        }
    }

    @LabCheck(
            id = "chat.prefix",
            points = 6,
            title = "A message is [ip:port] of its sender, a space, and the text",
            hint = "Build it as \"[\" + Peer.of(sender) + \"] \" + text.",
            needs = "chat.delivers")
    void exactlyPrefixAndText(Testbed testbed) throws Exception {
        Talk talk = ChatLive.of(testbed).talk();
        List<TcpConnection> clients = talk.clients();
        for (int speaker = 0; speaker < clients.size(); speaker++) {
            for (int listener = 0; listener < clients.size(); listener++) {
                if (speaker != listener) {
                    for (Sighting seen : talk.sightings(listener, speaker)) {
                        requireExact(talk, speaker, listener, seen);
                    }
                }
            }
        }
    }

    private static void requireExact(Talk talk, int speaker, int listener, Sighting seen) {
        TcpConnection sender = talk.clients().get(speaker);
        String text = talk.turns().get(speaker).text();
        String wanted = Labels.of(sender.local()) + text;
        String before = seen.before().replaceAll("^[\\r\\n]+", "");
        String came = before + seen.word();
        if (!came.equals(wanted)) {
            throw talk.room()
                    .failure(
                            Shown.of(wanted),
                            Shown.of(came),
                            PrefixMistake.of(talk, sender, talk.clients().get(listener), talk.label(seen), came, text));
        }
    }

    @LabCheck(
            id = "chat.no-echo",
            points = 5,
            title = "The sender does not hear itself",
            hint = "Leave out the sender when going through the list of clients.",
            needs = "chat.delivers")
    void senderNeverHearsItself(Testbed testbed) throws Exception {
        Talk talk = ChatLive.of(testbed).talk();
        for (int speaker = 0; speaker < talk.clients().size(); speaker++) {
            if (!talk.sightings(speaker, speaker).isEmpty()) {
                TcpConnection sender = talk.clients().get(speaker);
                Sighting echo = talk.sightings(speaker, speaker).get(0);
                throw talk.room()
                        .failure(
                                "what " + talk.room().name(sender) + " says goes to the others only",
                                "its own words came back to it: " + Shown.of((echo.before() + echo.word()).strip()),
                                "");
            }
        }
    }
}
