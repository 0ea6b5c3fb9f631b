package org.wiregrade.labs.chat;

import static org.wiregrade.labs.chat.rule.ChatWords.WORDS;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.wiregrade.labs.chat.live.ChatLive;
import org.wiregrade.labs.chat.live.ChatRoom;
import org.wiregrade.labs.chat.live.SmallRooms;
import org.wiregrade.labs.chat.live.SmallRooms.Question;
import org.wiregrade.labs.chat.live.Talk;
import org.wiregrade.labs.chat.rule.ChatTolerances;
import org.wiregrade.labs.chat.rule.DeliveryRule;
import org.wiregrade.labs.chat.rule.EchoRule;
import org.wiregrade.labs.chat.rule.Exchange;
import org.wiregrade.labs.chat.rule.PrefixRule;
import org.wiregrade.labs.evidence.Quote;
import org.wiregrade.testbed.CheckFailure;
import org.wiregrade.testbed.LabCheck;
import org.wiregrade.testbed.Task;
import org.wiregrade.testbed.TcpConnection;
import org.wiregrade.testbed.Testbed;

/** What every chat server does: judged by one conversation of four clients. */
@Task(value = "Chat server: handing messages on", lab = ChatLab.class)
final class ChatServerChecks {
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
        ChatRoom room = talk.room();
        List<TcpConnection> unseen =
                talk.clients().stream().filter(client -> !seen(room, client)).toList();
        if (!talk.turns().isEmpty() || unseen.isEmpty()) {
            return;
        }
        TcpConnection silent = talk.clients().get(0);
        int mark = room.server().lineCount();
        silent.leave();
        boolean nextServed = room.server()
                .awaitLine(
                        mark,
                        line -> unseen.stream().anyMatch(client -> names(line, client)),
                        ChatTolerances.NEXT_SERVED)
                .isPresent();
        throw room.failure(
                nextServed ? "concurrent.one-at-a-time" : "concurrent.unnoticed",
                room.name(silent),
                room.name(unseen.get(0)));
    }

    private static boolean names(String line, TcpConnection client) {
        return line.contains(client.local().toString());
    }

    private static boolean seen(ChatRoom room, TcpConnection client) {
        return client.mark() > 0 || room.server().linesFrom(0).stream().anyMatch(line -> names(line, client));
    }

    @LabCheck(
            id = "chat.delivers",
            points = 5,
            title = "What one client says comes to another",
            hint = "Write the message to the output streams of the other clients in the list.",
            needs = "chat.concurrent")
    void comesToAnother(Testbed testbed) throws Exception {
        Talk talk = ChatLive.of(testbed).talk();
        ChatRoom room = talk.room();
        if (talk.exchange().arrived() == 0 && room.server().lineCount() > ChatTolerances.ENDLESS_LINES) {
            // Whether the harness has ended it by now is a matter of time, and says nothing more.
            CheckFailure endless = WORDS.failure("delivers.endless");
            throw new CheckFailure(
                    endless.expected(),
                    endless.got(),
                    endless.hint(),
                    room.server().tail());
        }
        judge(talk, DeliveryRule::reachesAnother);
        requireInSmallRooms(testbed, Question.DELIVERS);
    }

    @LabCheck(
            id = "chat.everyone",
            points = 6,
            title = "A message reaches every other client, exactly once",
            hint = "Go through the whole list of clients, and write once to each.",
            needs = "chat.delivers")
    void everyOtherClientExactlyOnce(Testbed testbed) throws Exception {
        judge(ChatLive.of(testbed).talk(), DeliveryRule::reachesEveryone);
        requireInSmallRooms(testbed, Question.EVERYONE);
    }

    @LabCheck(
            id = "chat.prefix",
            points = 6,
            title = "A message is [ip:port] of its sender, a space, and the text",
            hint = "Build it as \"[\" + Peer.of(sender) + \"] \" + text.",
            needs = "chat.delivers")
    void exactlyPrefixAndText(Testbed testbed) throws Exception {
        judge(ChatLive.of(testbed).talk(), PrefixRule::check);
        requireInSmallRooms(testbed, Question.PREFIX);
    }

    @LabCheck(
            id = "chat.no-echo",
            points = 5,
            title = "The sender does not hear itself",
            hint = "Leave out the sender when going through the list of clients.",
            needs = "chat.delivers")
    void senderNeverHearsItself(Testbed testbed) throws Exception {
        judge(ChatLive.of(testbed).talk(), EchoRule::check);
        requireInSmallRooms(testbed, Question.ECHO);
    }

    private static void requireInSmallRooms(Testbed testbed, Question question) throws IOException {
        Optional<SmallRooms> small = ChatLive.of(testbed).smallRooms();
        if (small.isPresent()) {
            small.get().require(question);
        }
    }

    private static void judge(Talk talk, Function<Exchange, Optional<CheckFailure>> rule) {
        rule.apply(talk.exchange()).ifPresent(failure -> {
            CheckFailure explained = talk.room().explain(failure);
            Optional<String> logged = talk.forwardedInVain();
            throw logged.isPresent() && explained.got().equals(failure.got())
                    ? new CheckFailure(
                            failure.expected(),
                            WORDS.text("delivery.in-vain", failure.got(), Quote.line(logged.get())),
                            WORDS.text("delivery.flush"),
                            explained.detail())
                    : explained;
        });
    }
}
