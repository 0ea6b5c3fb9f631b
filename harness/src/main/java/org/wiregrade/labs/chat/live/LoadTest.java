package org.wiregrade.labs.chat.live;

import static org.wiregrade.labs.chat.rule.ChatWords.WORDS;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wiregrade.labs.chat.rule.ChatText;
import org.wiregrade.labs.chat.rule.ChatTolerances;
import org.wiregrade.labs.evidence.Quote;
import org.wiregrade.testbed.TcpConnection;

/** Many clients that talk at once while others come and go, and what each of them got. */
public final class LoadTest {
    private static final int MOST_DIGITS = 4;
    private static final Pattern LABEL = Pattern.compile("\\[(\\d+\\.\\d+\\.\\d+\\.\\d+:\\d+)\\] ");

    private final ChatRoom room;
    private final List<TcpConnection> clients;
    private final List<String> received = new ArrayList<>();
    private final LoadWords words;

    private LoadTest(ChatRoom room) {
        this.room = room;
        this.clients = room.clients();
        this.words = LoadWords.of(room.words());
    }

    /** Fills the room, lets all talk, and waits until everything has come or nothing comes any more. */
    public static LoadTest in(ChatRoom room) throws IOException {
        int before = room.clients().size();
        while (room.clients().size() < ChatTolerances.LOAD_CLIENTS) {
            room.enter();
        }
        List<TcpConnection> entered = room.clients();
        Settling.in(room, entered.subList(1, 2), entered.subList(before, entered.size()));
        LoadTest test = new LoadTest(room);
        test.run();
        return test;
    }

    private void run() throws IOException {
        List<Integer> marks = clients.stream().map(TcpConnection::mark).toList();
        List<TcpConnection> passers = new ArrayList<>();
        for (int message = 0; message < ChatTolerances.LOAD_MESSAGES; message++) {
            for (int client = 0; client < clients.size(); client++) {
                clients.get(client).send(words.of(client, message) + "\n");
            }
            TcpConnection passing = room.visit();
            passing.finish();
            passers.add(passing);
        }
        int wanted = (clients.size() - (room.echoes() ? 0 : 1)) * ChatTolerances.LOAD_MESSAGES;
        for (int i = 0; i < clients.size(); i++) {
            clients.get(i).awaitCount(marks.get(i), words.end(), wanted, ChatTolerances.LOAD_QUIET);
            received.add(clients.get(i).since(marks.get(i)));
        }
        for (TcpConnection passing : passers) {
            passing.close();
        }
    }

    /** Fails where a client did not get each message of each other client exactly once. */
    public void judge() {
        for (int listener = 0; listener < clients.size(); listener++) {
            int[][] times = new int[clients.size()][ChatTolerances.LOAD_MESSAGES];
            for (var text : bySender(received.get(listener)).entrySet()) {
                count(listener, text.getKey(), text.getValue(), times);
            }
            for (int speaker = 0; speaker < clients.size(); speaker++) {
                if (speaker != listener) {
                    requireOnce(listener, speaker, times[speaker]);
                }
            }
        }
    }

    /**
     * Counts each {@code c<client>m<number>;} of a text, or whatever the letters are, in whatever case; read backwards from
     * the ends, of which there are few.
     */
    private void count(int listener, String address, String text, int[][] times) {
        for (int end = text.indexOf(words.end()); end >= 0; end = text.indexOf(words.end(), end + 1)) {
            int number = digitsBefore(text, end);
            int client = digitsBefore(text, number - 1);
            boolean message = number < end
                    && client < number - 1
                    && isLetter(text, number - 1, words.beforeNumber())
                    && isLetter(text, client - 1, words.beforeClient());
            if (message) {
                int speaker = Integer.parseInt(text, client, number - 1, 10);
                requireOwn(listener, speaker, address, text.substring(client - 1, end + 1));
                int which = Integer.parseInt(text, number, end, 10);
                if (which < ChatTolerances.LOAD_MESSAGES) {
                    times[speaker][which]++;
                }
            }
        }
    }

    /** Where the digits begin that end at a place. */
    private static int digitsBefore(String text, int end) {
        int start = end;
        while (start > 0 && end - start < MOST_DIGITS && ChatText.isDigit(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private static boolean isLetter(String text, int place, char letter) {
        return place >= 0 && Character.toLowerCase(text.charAt(place)) == letter;
    }

    /** The texts by the address in the label in front of them; all together where the labels are not the right ones. */
    private Map<String, String> bySender(String stream) {
        Map<String, StringBuilder> texts = new HashMap<>();
        if (!room.labels().right()) {
            return Map.of("", room.labels().strip(stream));
        }
        String sender = "";
        int end = 0;
        for (Matcher label = LABEL.matcher(stream); label.find(); end = label.end()) {
            texts.computeIfAbsent(sender, key -> new StringBuilder()).append(stream.substring(end, label.start()));
            sender = label.group(1);
        }
        texts.computeIfAbsent(sender, key -> new StringBuilder()).append(stream.substring(end));
        Map<String, String> plain = new HashMap<>();
        texts.forEach((address, text) ->
                plain.put(address, text.toString().replace("\n", "").replace("\r", "")));
        return plain;
    }

    private void requireOwn(int listener, int speaker, String address, String message) {
        boolean known = speaker < clients.size() && (address.isEmpty() || address.equals(address(speaker)));
        if (!known) {
            throw room.failure(
                    "load.torn",
                    room.name(clients.get(listener)),
                    Quote.text(message),
                    speaker < clients.size() ? address(speaker) : WORDS.text("nobody"),
                    address);
        }
    }

    private String address(int client) {
        return clients.get(client).local().toString();
    }

    private void requireOnce(int listener, int speaker, int[] times) {
        int lost = 0;
        int doubled = 0;
        for (int count : times) {
            lost += count == 0 ? 1 : 0;
            doubled += count > 1 ? 1 : 0;
        }
        if (lost + doubled > 0) {
            throw room.failure(
                    "load.lost",
                    times.length,
                    room.name(clients.get(speaker)),
                    room.name(clients.get(listener)),
                    lost,
                    doubled);
        }
    }
}
