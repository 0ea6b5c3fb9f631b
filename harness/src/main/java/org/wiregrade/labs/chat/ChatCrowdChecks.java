package org.wiregrade.labs.chat;

import static org.wiregrade.labs.chat.rule.ChatWords.WORDS;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wiregrade.labs.chat.live.ChatLive;
import org.wiregrade.labs.chat.live.ChatRoom;
import org.wiregrade.labs.chat.live.Greeting;
import org.wiregrade.labs.chat.live.LastWords;
import org.wiregrade.labs.chat.live.LoadTest;
import org.wiregrade.labs.chat.live.LogOfLost;
import org.wiregrade.labs.chat.live.Settling;
import org.wiregrade.labs.chat.rule.ChatTolerances;
import org.wiregrade.labs.evidence.Quote;
import org.wiregrade.testbed.LabCheck;
import org.wiregrade.testbed.Task;
import org.wiregrade.testbed.TcpConnection;
import org.wiregrade.testbed.Testbed;

/** What happens when clients come, leave, and are many. */
@Task(value = "Chat server: coming, leaving, crowds", lab = ChatLab.class)
final class ChatCrowdChecks {
    @LabCheck(
            id = "chat.late",
            points = 2,
            title = "A client that comes late hears only what is said from then on",
            hint = "Keep no messages, and send only to those who are in the list now.",
            needs = "chat.everyone")
    void lateJoinersHearOnlyWhatComesLater(Testbed testbed) throws Exception {
        ChatLive.of(testbed).in(room -> {
            TcpConnection speaker = room.speaker();
            room.ask(speaker, room.listeners());
            int early = room.lastGreeting();
            TcpConnection late = room.enter();
            if (Settling.in(room, List.of(speaker), List.of(late)).isEmpty()) {
                throw room.failure("late.nothing");
            }
            for (Greeting.Sighting seen : room.greetings().sightings(late.since(0))) {
                if (seen.number() <= early) {
                    throw room.failure("late.past", Quote.text(seen.word()));
                }
            }
        });
    }

    @LabCheck(
            id = "chat.leave",
            points = 2,
            title = "A client that closes its connection is logged and forgotten, and the others go on",
            hint = "When read returns -1, remove the client from the list and end its thread, nothing else.",
            needs = "chat.everyone")
    void closingCostsTheOthersNothing(Testbed testbed) throws Exception {
        ChatLive.of(testbed).in(room -> {
            try (TcpConnection leaver = room.visit()) {
                TcpConnection newcomer = room.enter();
                Settling.in(room, List.of(room.speaker()), List.of(leaver, newcomer));
                String who = WORDS.text("gone.closed", leaver.local().port());
                int mark = room.server().lineCount();
                leaver.leave();
                requireGone(room, leaver, who, mark);
                int after = room.lastGreeting() + 1;
                requireEverybodyHears(room, who);
                requireForgotten(room, leaver, who, after);
                LastWords.requireHeard(room);
            }
        });
    }

    @LabCheck(
            id = "chat.reset",
            points = 2,
            title = "Clients that reset their connections while others talk cost them nothing",
            hint = "Catch the IOException of each client's write inside the loop, and go on with the next client.",
            needs = "chat.everyone")
    void resetCostsTheOthersNothing(Testbed testbed) throws Exception {
        ChatLive.of(testbed).in(room -> {
            List<TcpConnection> leavers = visitors(room);
            TcpConnection newcomer = room.enter();
            Settling.in(
                    room,
                    List.of(room.speaker()),
                    Stream.concat(leavers.stream(), Stream.of(newcomer)).toList());
            String who = WORDS.text("gone.reset");
            int lines = room.server().lineCount();
            List<Integer> marks =
                    room.clients().stream().map(TcpConnection::mark).toList();
            int first = room.lastGreeting() + 1;
            talkWhileLeaving(room, leavers);
            // Only then may others speak: what they say can come between two pieces of a message that was cut.
            room.ask(room.speaker(), ChatRoom.without(room.clients(), room.speaker()));
            int last = room.lastGreeting();
            for (TcpConnection listener : ChatRoom.without(room.clients(), room.speaker())) {
                requireAll(room, listener, marks.get(room.clients().indexOf(listener)), first, last, who);
            }
            requireEverybodyHears(room, who);
            for (TcpConnection leaver : leavers) {
                requireGone(room, leaver, who, lines);
            }
            if (ChatLive.of(testbed).logsWhatItWrites()) {
                LogOfLost.requireHonest(testbed, room);
            }
        });
    }

    private static List<TcpConnection> visitors(ChatRoom room) throws IOException {
        List<TcpConnection> visitors = new ArrayList<>();
        while (visitors.size() < ChatTolerances.LEAVERS) {
            visitors.add(room.visit());
        }
        return visitors;
    }

    private static void talkWhileLeaving(ChatRoom room, List<TcpConnection> leavers) throws IOException {
        for (TcpConnection leaver : leavers) {
            for (int i = 0; i < ChatTolerances.PER_LEAVER; i++) {
                room.fill(room.speaker());
                LockSupport.parkNanos(ChatTolerances.BURST_PAUSE_NS);
            }
            leaver.reset();
        }
    }

    private static void requireGone(ChatRoom room, TcpConnection leaver, String who, int mark) {
        String address = leaver.local().toString();
        // Of the lines between, thousands that are long say [FWD] first; they need no search.
        boolean logged = room.server()
                .awaitLine(
                        mark,
                        line -> !line.startsWith("[FWD]")
                                && line.contains(address)
                                && line.toUpperCase(Locale.ROOT).contains("DISCONNECT"),
                        room.patience().limit())
                .isPresent();
        if (!logged) {
            room.patience().lose();
            throw room.failure(room.serverEnded() ? "gone.ended" : "gone.not-logged", who, address);
        }
    }

    private static void requireEverybodyHears(ChatRoom room, String who) {
        for (TcpConnection speaker : room.clients()) {
            if (!room.ask(speaker, ChatRoom.without(room.clients(), speaker))) {
                throw room.failure("gone.others-missed", who, room.name(speaker));
            }
        }
    }

    private static void requireForgotten(ChatRoom room, TcpConnection leaver, String who, int first) {
        String address = leaver.local().toString();
        Optional<String> line = room.server().linesFrom(0).stream()
                .filter(each -> each.contains("[FWD]") && each.contains(address))
                .filter(each -> room.greetings().sightings(each).stream().anyMatch(seen -> seen.number() >= first))
                .findFirst();
        if (line.isPresent()) {
            throw room.failure("gone.remembered", who, Quote.text(line.get()));
        }
    }

    private static void requireAll(ChatRoom room, TcpConnection listener, int mark, int first, int last, String who) {
        Map<Integer, Long> came = room.greetings().sightings(room.labels().strip(listener.since(mark))).stream()
                .collect(Collectors.groupingBy(Greeting.Sighting::number, Collectors.counting()));
        for (int number = first; number <= last; number++) {
            long times = came.getOrDefault(number, 0L);
            if (times != 1) {
                throw room.failure(
                        times == 0 ? "gone.lost" : "gone.doubled",
                        who,
                        room.name(listener),
                        room.greetings().of(number).word(),
                        times);
            }
        }
    }

    @LabCheck(
            id = "chat.storm",
            points = 3,
            title = ChatTolerances.LOAD_CLIENTS + " clients send " + ChatTolerances.LOAD_MESSAGES
                    + " messages each at once: nothing is lost, doubled or torn",
            hint = "Hold the lock while you go through the list, and write a message in one piece.",
            needs = "chat.everyone")
    void everythingComesUnderLoad(Testbed testbed) throws Exception {
        ChatLive.of(testbed).requireLock();
        ChatLive.of(testbed).in(room -> {
            LoadTest.ofFullBuffers(room).judge();
            if (ChatLive.of(testbed).isPlainlyRight()) {
                LoadTest.ofLines(room).judge();
            }
        });
        ChatLive.of(testbed).requireOwnFieldsSafe();
    }
}
