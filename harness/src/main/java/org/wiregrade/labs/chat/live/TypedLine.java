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
import org.wiregrade.testbed.Vocabulary;

/**
 * One line typed into the client, on its way to a server of the harness and back; several checks judge what was seen.
 *
 * @param texts what was typed and answered
 * @param connected whether the client came to the server
 * @param sent what the server got
 * @param lines what the client printed from the answer on
 * @param least the shortest time, in ms, that the answer can have taken
 * @param most the longest time, in ms, that it can have taken
 */
public record TypedLine(
        Program client, Texts texts, boolean connected, String sent, List<String> lines, double least, double most) {
    private static final List<String> PHRASES = List.of(
            "bună ziua, ",
            "până mâine, ",
            "vă ascult, ",
            "încă o dată, ",
            "cât e ceasul, ",
            "ce mai faceți, ",
            "și noi la fel, ",
            "așa se face, ");

    private static final Pattern MILLIS = Pattern.compile(
            "(?<!\\d)(\\d{1,20}(?:[.,]\\d{1,20})?(?:[eE]-?\\d{1,3})?)\\s{0,20}(?:ms\\b|milli)",
            Pattern.CASE_INSENSITIVE);

    public static TypedLine of(Testbed testbed) {
        return testbed.shared(TypedLine.class, () -> {
            try {
                return type(testbed);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /**
     * What is typed, what is answered, and the part of the answer that no wrong decoding changes.
     *
     * <p>An answer that can be made of the typed line need not have come from the server.
     */
    private record Texts(String typed, String answer, String plain) {
        static Texts of(Vocabulary words) {
            String plain = words.numbered("answer").of(1).toUpperCase(Locale.ROOT);
            String phrase = words.one("answer phrase", PHRASES).toUpperCase(Locale.ROOT);
            return new Texts(
                    words.one("typed phrase", PHRASES) + words.numbered("typed").of(1), phrase + plain, plain);
        }
    }

    private static TypedLine type(Testbed testbed) throws IOException {
        Texts texts = Texts.of(testbed.words());
        try (TcpListener listener = testbed.listen();
                Program client = testbed.start(
                        ChatAssignment.CLIENT, "--host", "127.0.0.1", "--port", String.valueOf(listener.port()))) {
            Optional<TcpConnection> accepted = accept(listener, client);
            if (accepted.isEmpty()) {
                return new TypedLine(client, texts, false, "", client.linesFrom(0), 0, 0);
            }
            try (TcpConnection connection = accepted.get()) {
                return exchange(client, texts, connection);
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

    private static TypedLine exchange(Program client, Texts texts, TcpConnection connection) throws IOException {
        // What it printed when it connected may be read before or after this, so it always counts.
        int mark = 0;
        long typed = System.nanoTime();
        boolean open = client.type(texts.typed());
        if (open && connection.await(0, text -> text.contains("\n"), ChatTolerances.PROMPT)) {
            // It sent a whole line.
        } else {
            connection.await(0, text -> !text.isEmpty(), ChatTolerances.PATIENCE);
        }
        long arrived = System.nanoTime();
        String sent = connection.since(0);
        connection.await(connection.mark(), text -> !text.isEmpty(), ChatTolerances.ANSWER_AFTER);
        long answered = System.nanoTime();
        connection.send(texts.answer() + "\n");
        Predicate<String> answer = line -> line.contains(texts.answer());
        if (!sent.isEmpty()) {
            boolean shown =
                    client.awaitLine(mark, answer, ChatTolerances.PATIENCE).isPresent();
            client.awaitLine(
                    mark,
                    line -> millis(line).isPresent(),
                    shown ? ChatTolerances.PATIENCE : ChatTolerances.PATIENCE_LOST);
        }
        double most = (System.nanoTime() - typed) / 1e6;
        return new TypedLine(
                client, texts, true, sent, new ArrayList<>(client.linesFrom(mark)), (answered - arrived) / 1e6, most);
    }

    public void requireSent() {
        if (!connected) {
            throw failure("typed.not-connected", Quote.text(texts.typed()));
        }
        if (sent.isEmpty()) {
            throw failure("typed.nothing", Quote.text(texts.typed()));
        }
        if (!sent.strip().equals(texts.typed())) {
            boolean mangled = sent.contains("\uFFFD") || sent.contains("?");
            throw failure(mangled ? "typed.mangled" : "typed.other", Quote.text(texts.typed()), Quote.text(sent));
        }
    }

    public void requireShown() {
        if (lines.stream().noneMatch(line -> line.contains(texts.answer()))) {
            boolean mangled = lines.stream().anyMatch(line -> line.contains(texts.plain()));
            throw failure(
                    lines.isEmpty() ? "shown.nothing" : mangled ? "shown.mangled" : "shown.other",
                    Quote.text(texts.answer()),
                    Quote.text(String.join("\n", lines)));
        }
    }

    /** A time with its unit in a line. */
    static Optional<Matcher> millis(String line) {
        return Optional.of(MILLIS.matcher(line)).filter(Matcher::find);
    }

    public void requireTimed() {
        Optional<Matcher> shown =
                lines.stream().flatMap(line -> millis(line).stream()).findFirst();
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
