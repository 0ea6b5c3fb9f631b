package org.wiregrade.labs.chat;

import static org.wiregrade.labs.chat.rule.ChatWords.WORDS;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import org.wiregrade.labs.chat.live.ChatLive;
import org.wiregrade.labs.chat.live.ChatRoom;
import org.wiregrade.labs.chat.live.Greeting;
import org.wiregrade.labs.chat.live.Telling;
import org.wiregrade.labs.chat.rule.ChatAssignment;
import org.wiregrade.labs.chat.rule.ChatText;
import org.wiregrade.labs.chat.rule.ChatTolerances;
import org.wiregrade.labs.evidence.Quote;
import org.wiregrade.testbed.CheckFailure;
import org.wiregrade.testbed.LabCheck;
import org.wiregrade.testbed.Task;
import org.wiregrade.testbed.TcpConnection;
import org.wiregrade.testbed.Testbed;

/** What becomes of texts that are many, foreign, broken or long. */
@Task(value = "Chat server: the text", lab = ChatLab.class)
final class ChatTextChecks {
    /** Letters of two, three and four bytes. */
    private static final List<String> LETTERS = List.of(
            "ăâîșț € 日本 😀",
            "șțîâă 東京 € 🙂",
            "ñöüß 你好 ✓ 🚀",
            "жйщ € 中文 🎈",
            "λμπω 山川 ☂ 🐟",
            "çğış ₤ 春秋 🌍",
            "åøæé 天地 ™ 🎲",
            "šžčř ♫ 火水 🍋");

    private static final List<String> TORN = List.of(
            "good", "bread", "think", "white", "plant", "house", "green", "learn", "money", "night", "proud", "quick");

    @LabCheck(
            id = "chat.order",
            points = 3,
            title = "The messages of one client arrive in the order in which it sent them",
            hint = "Handle the messages of a client one after the other, in the thread that reads them.",
            needs = "chat.delivers")
    void orderIsKept(Testbed testbed) throws Exception {
        ChatLive.of(testbed).in(room -> {
            TcpConnection speaker = room.speaker();
            List<TcpConnection> listeners = room.listeners();
            List<Integer> marks = listeners.stream().map(TcpConnection::mark).toList();
            List<Integer> said = new ArrayList<>();
            for (int i = 0; i < ChatTolerances.BURST; i++) {
                said.add(room.fill(speaker).number());
                LockSupport.parkNanos(ChatTolerances.BURST_PAUSE_NS);
            }
            room.say(speaker);
            Greeting last = room.greetings().of(room.lastGreeting());
            for (int i = 0; i < listeners.size(); i++) {
                int mark = marks.get(i);
                room.await(listeners.get(i), mark, text -> last.in(room.labels().strip(text)));
                String heard = room.labels().strip(listeners.get(i).since(mark));
                List<Integer> came = room.greetings().sightings(heard).stream()
                        .map(Greeting.Sighting::number)
                        .filter(said::contains)
                        .distinct()
                        .toList();
                if (!came.equals(said)) {
                    throw disorder(room, listeners.get(i), said, came);
                }
            }
        });
    }

    private static CheckFailure disorder(
            ChatRoom room, TcpConnection listener, List<Integer> said, List<Integer> came) {
        int first = 0;
        while (first < came.size() && first < said.size() && came.get(first).equals(said.get(first))) {
            first++;
        }
        Greeting next = room.greetings().of(said.get(Math.min(first, said.size() - 1)));
        String name = first == came.size() ? "ended" : came.contains(next.number()) ? "swapped" : "missing";
        Greeting instead = room.greetings().of(first == came.size() ? next.number() : came.get(first));
        return room.failure("order." + name, said.size(), room.name(listener), next.word(), instead.word());
    }

    @LabCheck(
            id = "chat.utf8",
            points = 3,
            title = "Letters beyond ASCII arrive unchanged",
            hint = "Decode with StandardCharsets.UTF_8, and encode with it again.",
            needs = "chat.delivers")
    void utf8IsKept(Testbed testbed) throws Exception {
        ChatLive.of(testbed).in(room -> {
            Greeting end = room.greeting();
            String text = room.words().one("letters", LETTERS) + " " + end.word();
            byte[] sent = (text + "\n").getBytes(StandardCharsets.UTF_8);
            requireText(room, sent, end, text, "text.hint.utf8");
        });
    }

    @LabCheck(
            id = "chat.invalid",
            points = 2,
            title = "Bytes that are not UTF-8 are dropped, and hurt nobody",
            hint = "Use StandardCharsets.UTF_8.newDecoder() with onMalformedInput(CodingErrorAction.IGNORE).",
            needs = "chat.delivers")
    void invalidBytesAreDropped(Testbed testbed) throws Exception {
        ChatLive.of(testbed).in(room -> {
            Greeting end = room.greeting();
            var sent = new ByteArrayOutputStream();
            String torn = room.words().one("torn", TORN);
            sent.writeBytes(torn.substring(0, 2).getBytes(StandardCharsets.UTF_8));
            sent.write(0xff);
            sent.write(0xfe);
            sent.writeBytes((torn.substring(2) + " " + end.word() + "\n").getBytes(StandardCharsets.UTF_8));
            requireText(room, sent.toByteArray(), end, torn + " " + end.word(), "text.hint.invalid");
        });
    }

    private static void requireText(ChatRoom room, byte[] sent, Greeting end, String text, String replaced) {
        Telling told = Telling.of(room, sent, end);
        for (int i = 0; i < told.texts().size(); i++) {
            String came = told.texts().get(i);
            if (!ChatText.cameInAnyCase(came, text)) {
                String listener = room.name(told.listeners().get(i));
                int word = came.toLowerCase(Locale.ROOT).indexOf(end.word());
                if (word < 0) {
                    throw room.failure("text.missing", listener, Quote.text(text));
                }
                String got = Quote.text(came.substring(0, word + end.word().length()));
                String hint = came.contains("\uFFFD") ? replaced : "";
                throw room.explain(WORDS.hinted("text", hint, listener, Quote.text(text), got));
            }
        }
    }

    @LabCheck(
            id = "chat.long",
            points = 3,
            title = "A message longer than " + ChatAssignment.BUFFER_SIZE + " bytes arrives whole",
            hint = "Pass on all of the bytes that each read returned.",
            needs = "chat.delivers")
    void longMessageArrivesWhole(Testbed testbed) throws Exception {
        ChatLive.of(testbed).in(room -> {
            Greeting end = room.greeting();
            StringBuilder text = new StringBuilder();
            int first = room.words().number("long", 26 * 26);
            for (int block = first; text.length() < ChatTolerances.LONG_MESSAGE; block++) {
                text.append((char) ('a' + block / 26 % 26))
                        .append((char) ('a' + block % 26))
                        .append(block / 676)
                        .append(',');
            }
            text.append(end.word());
            Telling told = Telling.of(room, (text + "\n").getBytes(StandardCharsets.UTF_8), end);
            for (int i = 0; i < told.texts().size(); i++) {
                String came = told.texts().get(i);
                if (!came.toLowerCase(Locale.ROOT).contains(text)) {
                    throw cut(room, told.listeners().get(i), text.toString(), came);
                }
            }
        });
    }

    private static CheckFailure cut(ChatRoom room, TcpConnection listener, String text, String came) {
        int from = Math.max(0, came.indexOf(text.substring(0, 8)));
        int same = 0;
        while (same < text.length() && from + same < came.length() && came.charAt(from + same) == text.charAt(same)) {
            same++;
        }
        String next = text.substring(same, Math.min(text.length(), same + 12));
        String name = same == 0 ? "missing" : same <= ChatAssignment.BUFFER_SIZE ? "buffer" : "cut";
        return room.failure(
                "long." + name, text.length(), room.name(listener), same, Quote.text(next), ChatAssignment.BUFFER_SIZE);
    }
}
