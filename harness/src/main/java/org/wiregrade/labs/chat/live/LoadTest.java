package org.wiregrade.labs.chat.live;

import static org.wiregrade.labs.chat.rule.ChatWords.WORDS;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.wiregrade.labs.chat.rule.ChatAssignment;
import org.wiregrade.labs.chat.rule.ChatTolerances;
import org.wiregrade.labs.evidence.Quote;
import org.wiregrade.testbed.TcpConnection;

/** Many clients that talk at once while others come and go, and what each of them got. */
public final class LoadTest {
    private final ChatRoom room;
    private final List<TcpConnection> clients;
    /** Those who speak, the first of the clients. */
    private final int speakers;

    private final int messages;
    private final LoadMessages said;

    private boolean stuck;
    private final List<String> received = new ArrayList<>();
    private final LoadWords words;

    private LoadTest(ChatRoom room, int speakers, int messages, int size, int joined) {
        this.room = room;
        this.clients = room.clients();
        this.speakers = Math.min(speakers, clients.size());
        this.messages = messages;
        this.words = LoadWords.of(room.words());
        this.said = new LoadMessages(words, room.firstLetters().guard(), size, joined);
    }

    /** Lets a crowd say short lines, several in a write, and waits for what is to come. */
    public static LoadTest ofLines(ChatRoom room) throws IOException {
        fill(room, ChatTolerances.LOAD_CLIENTS);
        int joined = ChatTolerances.FEWEST_JOINED + room.words().number("load joined", ChatTolerances.FEWEST_JOINED);
        return new LoadTest(room, ChatTolerances.LOAD_CLIENTS, ChatTolerances.LOAD_MESSAGES, 0, joined).run();
    }

    /** Lets some say messages that fill the server's buffer, so that each is handled by itself. */
    public static LoadTest ofFullBuffers(ChatRoom room) throws IOException {
        fill(room, ChatTolerances.FULL_SPEAKERS);
        int size = ChatAssignment.BUFFER_SIZE;
        return new LoadTest(room, ChatTolerances.FULL_SPEAKERS, ChatTolerances.FULL_MESSAGES, size, 1).run();
    }

    private static void fill(ChatRoom room, int clients) throws IOException {
        int before = room.clients().size();
        while (room.clients().size() < clients) {
            room.enter();
        }
        List<TcpConnection> entered = room.clients();
        if (entered.size() > before) {
            Settling.in(room, entered.subList(1, 2), entered.subList(before, entered.size()));
        }
    }

    private LoadTest run() throws IOException {
        List<Integer> marks = clients.stream().map(TcpConnection::mark).toList();
        List<TcpConnection> passers = new ArrayList<>();
        boolean all;
        room.server().readInBulk(true);
        try {
            talk(passers);
            all = collect(marks);
        } finally {
            room.server().readInBulk(false);
        }
        stuck = !all && hearsNothing();
        for (TcpConnection passing : passers) {
            passing.close();
        }
        return this;
    }

    /** Each says what it has to say; whenever all have said something, somebody comes and goes. */
    private void talk(List<TcpConnection> passers) throws IOException {
        for (int message = 0; message < messages; message += said.joined()) {
            for (int client = 0; client < speakers; client++) {
                clients.get(client).send(said.write(client, message, messages));
            }
            if (message % ChatTolerances.PER_PASSER == 0) {
                TcpConnection passing = room.visit();
                passing.finish();
                passers.add(passing);
            }
        }
    }

    private boolean collect(List<Integer> marks) {
        boolean all = true;
        for (int i = 0; i < clients.size(); i++) {
            boolean speaks = i < speakers && !room.echoes();
            all &= clients.get(i)
                    .awaitCount(
                            marks.get(i),
                            words.end(),
                            (speakers - (speaks ? 1 : 0)) * messages,
                            ChatTolerances.LOAD_QUIET);
            received.add(clients.get(i).since(marks.get(i)));
        }
        return all;
    }

    /** Whether the server hands nothing on any more, whoever speaks. */
    private boolean hearsNothing() {
        TcpConnection first = clients.get(0);
        TcpConnection second = clients.get(1);
        return !room.serverEnded() && !room.ask(first, List.of(second)) && !room.ask(second, List.of(first));
    }

    /** Fails where a client did not get each message of each other client exactly once. */
    public void judge() {
        if (stuck) {
            throw room.failure("load.stuck", speakers, messages);
        }
        for (int listener = 0; listener < clients.size(); listener++) {
            int[][] times = new int[clients.size()][messages];
            Map<String, String> texts = LoadTexts.bySender(received.get(listener), room.labels());
            for (var text : texts.entrySet()) {
                count(listener, text.getKey(), text.getValue(), times);
            }
            for (int speaker = 0; speaker < speakers; speaker++) {
                if (speaker != listener) {
                    requireOnce(listener, speaker, times[speaker]);
                    requireWhole(listener, speaker, texts);
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
            int number = LoadTexts.digitsBefore(text, end);
            int client = LoadTexts.digitsBefore(text, number - 1);
            boolean message = number < end
                    && client < number - 1
                    && LoadTexts.isLetter(text, number - 1, words.beforeNumber())
                    && LoadTexts.isLetter(text, client - 1, words.beforeClient());
            if (message) {
                int speaker = Integer.parseInt(text, client, number - 1, 10);
                requireOwn(listener, speaker, address, text.substring(client - 1, end + 1));
                int which = Integer.parseInt(text, number, end, 10);
                if (which < messages) {
                    times[speaker][which]++;
                }
            }
        }
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

    /** Where the rest of another's message, in which no word is, stands behind this address, there is more than was said. */
    private void requireWhole(int listener, int speaker, Map<String, String> texts) {
        String text = texts.get(address(speaker));
        if (text == null || text.length() <= said.longest(messages)) {
            return;
        }
        int due = said.filling(speaker, messages);
        int came = LoadMessages.filling(text);
        if (came > due) {
            throw room.failure(
                    "load.mixed",
                    WORDS.count(messages, "message"),
                    room.name(clients.get(speaker)),
                    room.name(clients.get(listener)),
                    due,
                    came);
        }
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
