package org.wiregrade.labs.chat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
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
            for (int i = 0; i < ChatLab.BURST; i++) {
                said.add(room.fill(speaker).number());
                LockSupport.parkNanos(ChatLab.BURST_PAUSE_NS);
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
        String missing =
                room.greetings().of(said.get(Math.min(first, said.size() - 1))).word();
        String got = first == came.size()
                ? "nothing more came from " + missing + " on"
                : came.contains(said.get(Math.min(first, said.size() - 1))) && first < said.size()
                        ? "in the place of " + missing + " came "
                                + room.greetings().of(came.get(first)).word()
                        : missing + " is missing";
        return room.failure(
                said.size() + " messages in a row come to " + room.name(listener) + " in the same order", got, "");
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
            requireText(room, sent, end, text, "The bytes are UTF-8: decode and encode them as that.");
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
            requireText(
                    room,
                    sent.toByteArray(),
                    end,
                    torn + " " + end.word(),
                    "new String(data, UTF_8) puts � in the place of such bytes: tell a decoder to ignore them.");
        });
    }

    private static void requireText(ChatRoom room, byte[] sent, Greeting end, String text, String replaced) {
        TcpConnection speaker = room.speaker();
        List<TcpConnection> listeners = room.listeners();
        List<String> heard = room.tell(speaker, sent, end, listeners);
        for (int i = 0; i < listeners.size(); i++) {
            String came = room.labels().strip(heard.get(i));
            if (!came.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT))) {
                String expected = room.name(listeners.get(i)) + " gets " + Shown.of(text);
                int word = came.toLowerCase(Locale.ROOT).indexOf(end.word());
                throw word < 0
                        ? room.failure(expected, "the message did not come at all", "")
                        : room.failure(
                                expected,
                                Shown.of(came.substring(0, word + end.word().length())),
                                came.contains("\uFFFD") ? replaced : "");
            }
        }
    }

    @LabCheck(
            id = "chat.long",
            points = 3,
            title = "A message longer than " + ChatLab.BUFFER_SIZE + " bytes arrives whole",
            hint = "Pass on all of the bytes that each read returned.",
            needs = "chat.delivers")
    void longMessageArrivesWhole(Testbed testbed) throws Exception {
        ChatLive.of(testbed).in(room -> {
            Greeting end = room.greeting();
            StringBuilder text = new StringBuilder();
            int first = room.words().number("long", 26 * 26);
            for (int block = first; text.length() < ChatLab.LONG_MESSAGE; block++) {
                text.append((char) ('a' + block / 26 % 26))
                        .append((char) ('a' + block % 26))
                        .append(block / 676)
                        .append(',');
            }
            text.append(end.word());
            TcpConnection speaker = room.speaker();
            List<TcpConnection> listeners = room.listeners();
            byte[] sent = (text + "\n").getBytes(StandardCharsets.UTF_8);
            List<String> heard = room.tell(speaker, sent, end, listeners);
            for (int i = 0; i < listeners.size(); i++) {
                String came = room.labels().strip(heard.get(i));
                if (!came.toLowerCase(Locale.ROOT).contains(text)) {
                    throw cut(room, listeners.get(i), text.toString(), came);
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
        return room.failure(
                "a message of " + text.length() + " bytes comes to " + room.name(listener)
                        + " whole, in however many pieces",
                same == 0
                        ? "it did not come"
                        : "the first " + same + " bytes came, then " + Shown.of(next) + " is missing",
                same > 0 && same <= ChatLab.BUFFER_SIZE
                        ? "Prefix and text together may be longer than " + ChatLab.BUFFER_SIZE
                                + " bytes: do not cut them to the size of a buffer."
                        : "");
    }
}
