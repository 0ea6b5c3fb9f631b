package org.wiregrade.labs.chat.live;

import static org.wiregrade.labs.chat.rule.ChatWords.WORDS;

import java.util.Optional;
import java.util.regex.Pattern;
import org.wiregrade.labs.chat.rule.ChatTolerances;
import org.wiregrade.labs.evidence.Quote;
import org.wiregrade.testbed.CheckFailure;
import org.wiregrade.testbed.Program;

/** What a server itself has to say about a failure: that it ended, what its code threw, its last lines. */
record ServerState(Program server) {
    private static final Pattern ERROR = Pattern.compile("\\[ERROR\\]|^Exception in thread|^Traceback");

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
    CheckFailure explain(CheckFailure failure, boolean ended) {
        if (ended) {
            return new CheckFailure(
                    failure.expected(),
                    WORDS.text("server.ended", server.ending(), failure.got()),
                    WORDS.text("server.stays"),
                    server.tail());
        }
        Optional<String> thrown = thrown();
        boolean listChanged =
                thrown.filter(line -> line.contains("ConcurrentModification")).isPresent();
        return new CheckFailure(
                failure.expected(),
                thrown.map(line -> WORDS.text("server.threw", failure.got(), Quote.text(line)))
                        .orElse(failure.got()),
                listChanged ? WORDS.text("server.list-changed") : failure.hint(),
                server.tail());
    }

    /** The last line in which the server says that the task's code threw an exception. */
    private Optional<String> thrown() {
        return server.linesFrom(0).stream()
                .filter(line -> ERROR.matcher(line).find())
                .reduce((first, last) -> last);
    }
}
