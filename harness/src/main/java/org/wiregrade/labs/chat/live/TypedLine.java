package org.wiregrade.labs.chat.live;

import static org.wiregrade.labs.chat.rule.ChatWords.WORDS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wiregrade.labs.chat.rule.ChatAssignment;
import org.wiregrade.labs.chat.rule.ChatTolerances;
import org.wiregrade.labs.evidence.Quote;
import org.wiregrade.testbed.CheckFailure;
import org.wiregrade.testbed.Deadline;
import org.wiregrade.testbed.Program;
import org.wiregrade.testbed.TcpConnection;
import org.wiregrade.testbed.TcpListener;
import org.wiregrade.testbed.Testbed;

/**
 * One line typed into the client, on its way to a server of the harness and back; several checks judge what was seen.
 *
 * @param connected whether the client came to the server
 * @param sent what the server got
 * @param lines what the client printed from the answer on
 * @param least the shortest time, in ms, that the answer can have taken
 * @param most the longest time, in ms, that it can have taken
 */
public record TypedLine(Program client, boolean connected, String sent, List<String> lines, double least, double most) {
    private static final String TYPED = "bună ziua, hello-1!";
    private static final String ANSWER = "BUNĂ ZIUA, HELLO-1!";
    private static final Pattern MILLIS =
            Pattern.compile("(\\d+(?:[.,]\\d+)?(?:[eE]-?\\d+)?)\\s*(?:ms\\b|milli)", Pattern.CASE_INSENSITIVE);

    public static TypedLine of(Testbed testbed) {
        return testbed.shared(TypedLine.class, () -> {
            try {
                return type(testbed);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static TypedLine type(Testbed testbed) throws IOException {
        try (TcpListener listener = testbed.listen();
                Program client = testbed.start(
                        ChatAssignment.CLIENT, "--host", "127.0.0.1", "--port", String.valueOf(listener.port()))) {
            Optional<TcpConnection> accepted = accept(listener, client);
            if (accepted.isEmpty()) {
                return new TypedLine(client, false, "", client.linesFrom(0), 0, 0);
            }
            try (TcpConnection connection = accepted.get()) {
                return exchange(client, connection);
            }
        }
    }

    private static Optional<TcpConnection> accept(TcpListener listener, Program client) throws IOException {
        Deadline deadline = Deadline.in(ChatTolerances.PATIENCE);
        Optional<TcpConnection> accepted = Optional.empty();
        while (accepted.isEmpty() && client.alive() && !deadline.passed()) {
            accepted = listener.accept(ChatTolerances.PROMPT);
        }
        return accepted;
    }

    private static TypedLine exchange(Program client, TcpConnection connection) throws IOException {
        int mark = client.lineCount();
        long typed = System.nanoTime();
        boolean open = client.type(TYPED);
        if (open && connection.await(0, text -> text.contains("\n"), ChatTolerances.PROMPT)) {
            // It sent a whole line.
        } else {
            connection.await(0, text -> !text.isEmpty(), ChatTolerances.PATIENCE);
        }
        long arrived = System.nanoTime();
        String sent = connection.since(0);
        connection.await(connection.mark(), text -> !text.isEmpty(), ChatTolerances.ANSWER_AFTER);
        long answered = System.nanoTime();
        connection.send(ANSWER + "\n");
        Predicate<String> answer = line -> line.contains(ANSWER);
        if (!sent.isEmpty()) {
            client.awaitLine(mark, answer, ChatTolerances.PATIENCE_LOST);
            client.awaitLine(mark, line -> MILLIS.matcher(line).find(), ChatTolerances.PATIENCE_LOST);
        }
        double most = (System.nanoTime() - typed) / 1e6;
        return new TypedLine(
                client, true, sent, new ArrayList<>(client.linesFrom(mark)), (answered - arrived) / 1e6, most);
    }

    public void requireSent() {
        if (!connected) {
            throw failure("typed.not-connected", Quote.text(TYPED));
        }
        if (sent.isEmpty()) {
            throw failure("typed.nothing", Quote.text(TYPED));
        }
        if (!sent.strip().equals(TYPED)) {
            boolean mangled = sent.contains("\uFFFD") || sent.contains("?");
            throw failure(mangled ? "typed.mangled" : "typed.other", Quote.text(TYPED), Quote.text(sent));
        }
    }

    public void requireShown() {
        if (lines.stream().noneMatch(line -> line.contains(ANSWER))) {
            boolean mangled = lines.stream().anyMatch(line -> line.contains("HELLO-1!"));
            throw failure(
                    lines.isEmpty() ? "shown.nothing" : mangled ? "shown.mangled" : "shown.other",
                    Quote.text(ANSWER),
                    Quote.text(String.join("\n", lines)));
        }
    }

    public void requireTimed() {
        Optional<Matcher> shown =
                lines.stream().map(MILLIS::matcher).filter(Matcher::find).findFirst();
        if (shown.isEmpty()) {
            throw failure("timed.none", Quote.text(String.join("\n", lines)));
        }
        double time = Double.parseDouble(shown.get().group(1).replace(',', '.'));
        if (!mayBe(time)) {
            CheckFailure failure = WORDS.hinted(
                    "timed",
                    "timed.hint." + unit(time),
                    String.format(Locale.ROOT, "%.1f", least),
                    String.format(Locale.ROOT, "%.1f", most),
                    shown.get().group());
            throw withTail(failure);
        }
    }

    private boolean mayBe(double milliseconds) {
        return milliseconds >= least - ChatTolerances.ROUNDING_MS && milliseconds <= most + ChatTolerances.ROUNDING_MS;
    }

    private String unit(double time) {
        if (mayBe(time * 1e3)) {
            return "seconds";
        }
        return mayBe(time / 1e6) ? "nanoseconds" : mayBe(time / 1e3) ? "microseconds" : "other";
    }

    private CheckFailure failure(String name, Object... values) {
        return withTail(WORDS.failure(name, values));
    }

    private CheckFailure withTail(CheckFailure failure) {
        return new CheckFailure(failure.expected(), failure.got(), failure.hint(), client.tail());
    }
}
