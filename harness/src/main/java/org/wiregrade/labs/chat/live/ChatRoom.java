package org.wiregrade.labs.chat.live;

import static org.wiregrade.labs.chat.rule.ChatWords.WORDS;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.wiregrade.labs.chat.rule.ChatAssignment;
import org.wiregrade.testbed.CheckFailure;
import org.wiregrade.testbed.Deadline;
import org.wiregrade.testbed.Program;
import org.wiregrade.testbed.TcpConnection;
import org.wiregrade.testbed.Vocabulary;
import org.wiregrade.wire.Endpoint;

/** A running chat server and the harness's clients in it. */
public final class ChatRoom implements AutoCloseable {
    private final Program server;
    private final Patience patience;
    private final List<TcpConnection> clients = new ArrayList<>();
    private final Vocabulary words;
    private final Greetings greetings;
    private int said;
    private Labels labels = new Labels(List.of(ChatAssignment.prefix(new Endpoint("127.0.0.1", 0))), false);
    private TcpConnection speaker;
    private List<TcpConnection> listeners = List.of();
    private boolean echoes;
    private boolean closed;
    private boolean givenUp;
    private final FirstLetters firstLetters = new FirstLetters();

    ChatRoom(Program server, Patience patience, Vocabulary words) {
        this.server = server;
        this.patience = patience;
        this.words = words;
        this.greetings = Greetings.of(words);
    }

    public Program server() {
        return server;
    }

    public Patience patience() {
        return patience;
    }

    /** The clients that stay, in the order in which they came. */
    public List<TcpConnection> clients() {
        return List.copyOf(clients);
    }

    /** All of these but one. */
    public static List<TcpConnection> without(List<TcpConnection> clients, TcpConnection one) {
        return clients.stream().filter(client -> client != one).toList();
    }

    /** Remembers what the first talk showed of this server. */
    public void got(Labels seen, TcpConnection heardSpeaker, List<TcpConnection> itsListeners, boolean senderHears) {
        labels = seen;
        speaker = heardSpeaker;
        listeners = List.copyOf(itsListeners);
        echoes = senderHears;
    }

    public Labels labels() {
        return labels;
    }

    /** Whether this server sends a message back to its sender. */
    public boolean echoes() {
        return echoes;
    }

    /** What this server makes of the first letters of texts. */
    public FirstLetters firstLetters() {
        return firstLetters;
    }

    /** A client to speak while others listen. */
    public TcpConnection speaker() {
        if (listeners.isEmpty()) {
            throw failure("room.silent");
        }
        return speaker;
    }

    /** The clients that hear the speaker, at least one. */
    public List<TcpConnection> listeners() {
        return listeners;
    }

    /** A greeting that nobody has said yet. */
    public Greeting greeting() {
        return greetings.of(++said);
    }

    /** The number of the last greeting said. */
    public int lastGreeting() {
        return said;
    }

    /** The form of what is said here. */
    public Greetings greetings() {
        return greetings;
    }

    /** What else is said here. */
    public Vocabulary words() {
        return words;
    }

    /** Connects one more client that stays. */
    public TcpConnection enter() throws IOException {
        TcpConnection client = visit();
        clients.add(client);
        return client;
    }

    /** Connects a client that will leave; the caller closes it. */
    public TcpConnection visit() throws IOException {
        try {
            return server.connect();
        } catch (IOException e) {
            if (e instanceof java.net.ConnectException || e instanceof java.net.SocketTimeoutException) {
                throw failure("room.not-accepted", server.port(), e.getMessage());
            }
            throw e;
        }
    }

    /** Lets a client say a new greeting, without waiting. */
    public Greeting say(TcpConnection speaker) {
        Greeting greeting = greeting();
        speaker.send(greeting.text() + "\n");
        return greeting;
    }

    /** Lets a client say a new greeting that fills the server's buffer, so that one read takes this message and no other. */
    public Greeting fill(TcpConnection speaker) {
        Greeting greeting = greeting();
        String word = firstLetters.guard() + greeting.word();
        // Of blanks, because most programs leave them out of their log, which then is a tenth as long.
        speaker.send(word + " ".repeat(ChatAssignment.BUFFER_SIZE - word.length() - 1) + "\n");
        return greeting;
    }

    /** Lets a client say a new greeting and waits until all of these have heard it; false where one does not. */
    public boolean ask(TcpConnection speaker, List<TcpConnection> listeners) {
        List<Integer> marks = listeners.stream().map(TcpConnection::mark).toList();
        Greeting greeting = say(speaker);
        return awaitAll(listeners, marks, text -> greeting.in(labels.strip(text)));
    }

    /** Waits until the same has come to all of these, losing patience where it does not. */
    boolean awaitAll(List<TcpConnection> listeners, List<Integer> marks, Predicate<String> wanted) {
        Deadline deadline = Deadline.in(patience.limit());
        boolean all = true;
        for (int i = 0; i < listeners.size(); i++) {
            Duration left = Duration.ofNanos(deadline.remainingNanos());
            all &= listeners.get(i).await(marks.get(i), wanted, left);
        }
        if (!all) {
            patience.lose();
        }
        return all;
    }

    /** Waits for something to come, losing patience where it does not. */
    public boolean await(TcpConnection listener, int mark, Predicate<String> wanted) {
        return awaitAll(List.of(listener), List.of(mark), wanted);
    }

    /** Says that this server has got into a state of which another check is to tell; the next one gets a new server. */
    public void giveUp() {
        givenUp = true;
    }

    boolean isGivenUp() {
        return givenUp;
    }

    /** Whether the server has ended, now or in the moment that its closing connections take to be seen. */
    public boolean serverEnded() {
        return !closed && new ServerState(server).ended(clients.stream().anyMatch(TcpConnection::ended));
    }

    /** A failure by its name, with what the server itself has to say about it. */
    public CheckFailure failure(String name, Object... values) {
        return explain(WORDS.failure(name, values));
    }

    /** The same failure with what the server itself has to say about it. */
    public CheckFailure explain(CheckFailure failure) {
        return new ServerState(server).explain(failure, serverEnded(), closed ? List.of() : clients);
    }

    /** A client as failures name it. */
    public String name(TcpConnection client) {
        int index = clients.indexOf(client);
        return WORDS.text(
                index < 0 ? "client.leaving" : "client",
                index + 1,
                client.local().port());
    }

    @Override
    public void close() throws IOException {
        closed = true;
        for (TcpConnection client : clients) {
            client.close();
        }
        server.close();
    }
}
