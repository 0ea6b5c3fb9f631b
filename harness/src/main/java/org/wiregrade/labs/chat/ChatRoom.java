package org.wiregrade.labs.chat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.wiregrade.testbed.CheckFailure;
import org.wiregrade.testbed.Deadline;
import org.wiregrade.testbed.Program;
import org.wiregrade.testbed.TcpConnection;
import org.wiregrade.testbed.Vocabulary;
import org.wiregrade.wire.Endpoint;

/** A running chat server and the harness's clients in it. */
final class ChatRoom implements AutoCloseable {
    private static final Duration EXIT_SEEN = Duration.ofMillis(300);

    private final Program server;
    private final Patience patience;
    private final List<TcpConnection> clients = new ArrayList<>();
    private final Vocabulary words;
    private final Greetings greetings;
    private int said;
    private Labels labels = new Labels(List.of(Labels.of(new Endpoint("127.0.0.1", 0))), false);
    private TcpConnection speaker;
    private List<TcpConnection> listeners = List.of();
    private boolean echoes;
    private boolean closed;

    ChatRoom(Program server, Patience patience, Vocabulary words) {
        this.server = server;
        this.patience = patience;
        this.words = words;
        this.greetings = Greetings.of(words);
    }

    Program server() {
        return server;
    }

    Patience patience() {
        return patience;
    }

    /** The clients that stay, in the order in which they came. */
    List<TcpConnection> clients() {
        return List.copyOf(clients);
    }

    /** All of these but one. */
    static List<TcpConnection> without(List<TcpConnection> clients, TcpConnection one) {
        return clients.stream().filter(client -> client != one).toList();
    }

    /** Remembers what the first talk showed of this server. */
    void got(Labels seen, TcpConnection heardSpeaker, List<TcpConnection> itsListeners, boolean senderHears) {
        labels = seen;
        speaker = heardSpeaker;
        listeners = List.copyOf(itsListeners);
        echoes = senderHears;
    }

    Labels labels() {
        return labels;
    }

    /** Whether this server sends a message back to its sender. */
    boolean echoes() {
        return echoes;
    }

    /** A client to speak while others listen. */
    TcpConnection speaker() {
        if (listeners.isEmpty()) {
            throw failure("what one client says comes to another", "in a new server, nobody heard anybody", "");
        }
        return speaker;
    }

    /** The clients that hear the speaker, at least one. */
    List<TcpConnection> listeners() {
        return listeners;
    }

    /** A greeting that nobody has said yet. */
    Greeting greeting() {
        return greetings.of(++said);
    }

    /** The number of the last greeting said. */
    int lastGreeting() {
        return said;
    }

    /** The form of what is said here. */
    Greetings greetings() {
        return greetings;
    }

    /** What else is said here. */
    Vocabulary words() {
        return words;
    }

    /** Connects one more client that stays. */
    TcpConnection enter() throws IOException {
        TcpConnection client = visit();
        clients.add(client);
        return client;
    }

    /** Connects a client that will leave; the caller closes it. */
    TcpConnection visit() throws IOException {
        try {
            return server.connect();
        } catch (IOException e) {
            if (e instanceof java.net.ConnectException || e instanceof java.net.SocketTimeoutException) {
                throw failure(
                        "the server accepts one more client on port " + server.port(),
                        "the connection was not accepted: " + e.getMessage(),
                        "Keep calling accept in a loop.");
            }
            throw e;
        }
    }

    /** Lets a client say a new greeting, without waiting. */
    Greeting say(TcpConnection speaker) {
        Greeting greeting = greeting();
        speaker.send(greeting.text() + "\n");
        return greeting;
    }

    /** Lets a client say a new greeting that fills the server's buffer, so that one read takes this message and no other. */
    Greeting fill(TcpConnection speaker) {
        Greeting greeting = greeting();
        String word = greeting.word();
        speaker.send(word + ".".repeat(ChatLab.BUFFER_SIZE - word.length() - 1) + "\n");
        return greeting;
    }

    /** Lets a client say a new greeting and waits until all of these have heard it; false where one does not. */
    boolean ask(TcpConnection speaker, List<TcpConnection> listeners) {
        List<Integer> marks = listeners.stream().map(TcpConnection::mark).toList();
        Greeting greeting = say(speaker);
        return awaitAll(listeners, marks, text -> greeting.in(labels.strip(text)));
    }

    /** Waits until the same has come to all of these, losing patience where it does not. */
    private boolean awaitAll(List<TcpConnection> listeners, List<Integer> marks, Predicate<String> wanted) {
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
    boolean await(TcpConnection listener, int mark, Predicate<String> wanted) {
        boolean came = listener.await(mark, wanted, patience.limit());
        if (!came) {
            patience.lose();
        }
        return came;
    }

    /**
     * Sends bytes that end in a greeting's word and waits until all of these have heard that word.
     *
     * <p>Where it does not come promptly, the sender says something more: once that has come, the first is lost.
     *
     * @return what each has heard by then
     */
    List<String> tell(TcpConnection speaker, byte[] bytes, Greeting end, List<TcpConnection> listeners) {
        List<Integer> marks = listeners.stream().map(TcpConnection::mark).toList();
        speaker.send(bytes);
        Predicate<String> told = text -> end.in(labels.strip(text));
        boolean all = true;
        for (int i = 0; i < listeners.size(); i++) {
            all &= listeners.get(i).await(marks.get(i), told, ChatLab.PROMPT);
        }
        if (!all) {
            Greeting more = say(speaker);
            awaitAll(listeners, marks, text -> {
                String plain = labels.strip(text);
                return end.in(plain) || more.in(plain);
            });
        }
        List<String> heard = new ArrayList<>();
        for (int i = 0; i < listeners.size(); i++) {
            heard.add(listeners.get(i).since(marks.get(i)));
        }
        return heard;
    }

    /** Whether the server has ended, now or in the moment that its closing connections take to be seen. */
    boolean serverEnded() {
        if (!closed && server.alive() && clients.stream().anyMatch(TcpConnection::ended)) {
            try {
                return server.awaitEnd(EXIT_SEEN);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while waiting", e);
            }
        }
        return !closed && !server.alive();
    }

    /** A failure with what the server itself has to say about it: that it ended, what its code threw, its last lines. */
    CheckFailure failure(String expected, String got, String hint) {
        if (serverEnded()) {
            return new CheckFailure(
                    expected,
                    "the server ended " + server.ending() + "; " + got,
                    "A server stays alive whatever its clients do: look at its last lines.",
                    server.tail());
        }
        Optional<String> thrown = thrown();
        boolean listChanged =
                thrown.filter(line -> line.contains("ConcurrentModification")).isPresent();
        return new CheckFailure(
                expected,
                got
                        + thrown.map(line -> "; the server printed " + Shown.of(line))
                                .orElse(""),
                listChanged
                        ? "The list changed while your loop went through it: hold the lock around the whole loop."
                        : hint,
                server.tail());
    }

    /** The last line in which the server says that the task's code threw an exception. */
    Optional<String> thrown() {
        Pattern error = Pattern.compile("\\[ERROR\\]|^Exception in thread|^Traceback");
        return server.linesFrom(0).stream()
                .filter(line -> error.matcher(line).find())
                .reduce((first, last) -> last);
    }

    /** A client as failures name it. */
    String name(TcpConnection client) {
        int index = clients.indexOf(client);
        String who = index < 0 ? "the client" : "client " + (index + 1);
        return who + " (port " + client.local().port() + ")";
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
