package org.wiregrade.labs.chat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
record TypedLine(
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

    static TypedLine of(Testbed testbed) {
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
                        ChatLab.CLIENT, "--host", "127.0.0.1", "--port", String.valueOf(listener.port()))) {
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
        Deadline deadline = Deadline.in(ChatLab.PATIENCE);
        Optional<TcpConnection> accepted = Optional.empty();
        while (accepted.isEmpty() && client.alive() && !deadline.passed()) {
            accepted = listener.accept(ChatLab.PROMPT);
        }
        return accepted;
    }

    private static TypedLine exchange(Program client, Texts texts, TcpConnection connection) throws IOException {
        int mark = client.lineCount();
        long typed = System.nanoTime();
        boolean open = client.type(texts.typed());
        if (open && connection.await(0, text -> text.contains("\n"), ChatLab.PROMPT)) {
            // It sent a whole line.
        } else {
            connection.await(0, text -> !text.isEmpty(), ChatLab.PATIENCE);
        }
        long arrived = System.nanoTime();
        String sent = connection.since(0);
        connection.await(connection.mark(), text -> !text.isEmpty(), ChatLab.ANSWER_AFTER);
        long answered = System.nanoTime();
        connection.send(texts.answer() + "\n");
        Predicate<String> answer = line -> line.contains(texts.answer());
        if (!sent.isEmpty()) {
            client.awaitLine(mark, answer, ChatLab.PATIENCE_LOST);
            client.awaitLine(mark, line -> millis(line).isPresent(), ChatLab.PATIENCE_LOST);
        }
        double most = (System.nanoTime() - typed) / 1e6;
        return new TypedLine(
                client, texts, true, sent, new ArrayList<>(client.linesFrom(mark)), (answered - arrived) / 1e6, most);
    }

    void requireSent() {
        String expected = Shown.of(texts.typed()) + " on the connection after it was typed";
        if (!connected) {
            throw new CheckFailure(expected, "it did not connect", "", client.tail());
        }
        if (sent.isEmpty()) {
            throw new CheckFailure(expected, "nothing came", "", client.tail());
        }
        if (!sent.strip().equals(texts.typed())) {
            throw new CheckFailure(
                    expected,
                    Shown.of(sent),
                    sent.contains("\uFFFD") || sent.contains("?")
                            ? "The bytes must be UTF-8: line.getBytes(StandardCharsets.UTF_8)."
                            : "Send the line as it was typed, once.",
                    client.tail());
        }
    }

    void requireShown() {
        if (lines.stream().noneMatch(line -> line.contains(texts.answer()))) {
            boolean mangled = lines.stream().anyMatch(line -> line.contains(texts.plain()));
            throw new CheckFailure(
                    "a line with the answer " + Shown.of(texts.answer()),
                    lines.isEmpty() ? "nothing was printed" : "it printed " + Shown.of(String.join("\n", lines)),
                    mangled ? "The bytes are UTF-8: new String(buffer, 0, length, StandardCharsets.UTF_8)." : "",
                    client.tail());
        }
    }

    /** A time with its unit in a line. */
    static Optional<Matcher> millis(String line) {
        return Optional.of(MILLIS.matcher(line)).filter(Matcher::find);
    }

    void requireTimed() {
        String range = String.format(java.util.Locale.ROOT, "between %.1f and %.1f ms", least, most);
        Optional<Matcher> shown =
                lines.stream().flatMap(line -> millis(line).stream()).findFirst();
        if (shown.isEmpty()) {
            throw new CheckFailure(
                    "a time with its unit, such as 0.41 ms",
                    "no line has a number followed by ms: " + Shown.of(String.join("\n", lines)),
                    "",
                    client.tail());
        }
        double time = Double.parseDouble(shown.get().group(1).replace(',', '.'));
        // A time in whole ms may be rounded either way.
        if (time < least - 1 || time > most + 1) {
            throw new CheckFailure(
                    "the time from sending to the answer: the harness's server answered after " + range,
                    "the client shows " + shown.get().group(),
                    unit(time),
                    client.tail());
        }
    }

    private String unit(double time) {
        if (time * 1e3 >= least - 1 && time * 1e3 <= most + 1) {
            return "That is the time in seconds.";
        }
        if (time / 1e6 >= least - 1 && time / 1e6 <= most + 1) {
            return "That is the time in nanoseconds: divide by 1e6.";
        }
        if (time / 1e3 >= least - 1 && time / 1e3 <= most + 1) {
            return "That is the time in microseconds: divide the nanoseconds by 1e6.";
        }
        return "Take the first time right before sending, the second when the answer has come.";
    }
}
