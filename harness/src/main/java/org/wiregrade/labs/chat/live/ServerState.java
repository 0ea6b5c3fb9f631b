package org.wiregrade.labs.chat.live;

import static org.wiregrade.labs.chat.rule.ChatWords.WORDS;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.wiregrade.labs.chat.rule.ChatTolerances;
import org.wiregrade.labs.evidence.Quote;
import org.wiregrade.testbed.CheckFailure;
import org.wiregrade.testbed.Program;
import org.wiregrade.testbed.TcpConnection;

/** What a server itself has to say about a failure: that it ended, what its code threw, its last lines. */
record ServerState(Program server) {
    private static final Pattern ERROR = Pattern.compile("\\[ERROR\\]|^Exception in thread|^Traceback");

    private static final Pattern FORMAT = Pattern.compile("java\\.util\\.\\w*Format\\w*Exception");

    /** Whether it has ended, or does in the moment that closing connections take to be seen. */
    boolean ended(boolean connectionsClosed) {
        if (!server.alive() || !connectionsClosed) {
            return !server.alive();
        }
        try {
            return server.awaitEnd(ChatTolerances.EXIT_SEEN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting", e);
        }
    }

    /** The same failure with the server's part in it. */
    CheckFailure explain(CheckFailure failure, boolean ended, List<TcpConnection> clients) {
        if (ended) {
            return new CheckFailure(
                    failure.expected(),
                    WORDS.text("server.ended", server.ending(), failure.got()),
                    WORDS.text("server.stays"),
                    server.tail());
        }
        Optional<String> thrown = thrown();
        Optional<String> closed = closed(clients);
        if (closed.isPresent() && thrown.filter(line -> !line.contains("losed")).isEmpty()) {
            return new CheckFailure(
                    failure.expected(),
                    WORDS.text("server.closed", failure.got(), closed.get()),
                    WORDS.text(timedOut() ? "small.silent.hint" : "server.keeps-open"),
                    server.tail());
        }
        return new CheckFailure(
                failure.expected(),
                thrown.map(line -> WORDS.text("server.threw", failure.got(), Quote.line(line)))
                        .orElse(failure.got()),
                thrown.map(ServerState::hint).orElse("").isEmpty() ? failure.hint() : hint(thrown.get()),
                server.tail());
    }

    /** The first of the clients that stay whose connection the server has closed, as failures name it. */
    private static Optional<String> closed(List<TcpConnection> clients) {
        return clients.stream()
                .filter(TcpConnection::endedByProgram)
                .findFirst()
                .map(client -> WORDS.text(
                        "client", clients.indexOf(client) + 1, client.local().port()));
    }

    /** What is to be done against an exception that says by itself what was wrong; empty for others. */
    private static String hint(String thrown) {
        if (thrown.contains("ConcurrentModification")) {
            return WORDS.text("server.list-changed");
        }
        return FORMAT.matcher(thrown).find() ? WORDS.text("server.pattern") : "";
    }

    /** Whether the server says that it closed a connection because nothing had come for a while. */
    private boolean timedOut() {
        return server.linesFrom(0).stream()
                .anyMatch(line -> line.startsWith("[DISCONNECT]") && line.endsWith("timed out"));
    }

    /** The last line in which the server says that the task's code threw an exception. */
    private Optional<String> thrown() {
        return server.linesFrom(0).stream()
                .filter(line -> ERROR.matcher(line).find())
                .reduce((first, last) -> last);
    }
}
