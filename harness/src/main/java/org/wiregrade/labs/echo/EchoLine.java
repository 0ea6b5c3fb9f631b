package org.wiregrade.labs.echo;

import static org.wiregrade.labs.echo.EchoWords.WORDS;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wiregrade.labs.evidence.Quote;
import org.wiregrade.testbed.CheckFailure;
import org.wiregrade.testbed.Deadline;
import org.wiregrade.testbed.Program;
import org.wiregrade.testbed.TcpConnection;
import org.wiregrade.testbed.TcpListener;
import org.wiregrade.testbed.Testbed;
import org.wiregrade.testbed.Vocabulary;

/**
 * One line typed into the client, on its way to a server of the harness and back.
 *
 * @param typed the line
 * @param answer which the harness gives, and which cannot be made of the line
 * @param sent what the harness's server got; empty also where the client did not connect
 * @param least the shortest time, in ms, that the answer can have taken
 * @param most the longest time, in ms
 */
record EchoLine(
        Program client,
        String typed,
        String answer,
        boolean connected,
        String sent,
        List<String> lines,
        double least,
        double most) {
    /** With letters that take two bytes. */
    static final List<String> PHRASES = List.of(
            "până la gară, ",
            "mulțumesc frumos, ",
            "când plecăm, ",
            "țară și oraș, ",
            "îmi pare bine, ",
            "așteaptă puțin, ");

    private static final Pattern MILLIS = Pattern.compile(
            "(\\d{1,20}(?:[.,]\\d{1,20})?)\\s{0,20}(?:ms\\b|msec|milli)|(?:ms|msec|milliseconds?)\\W{1,20}(\\d{1,20}(?:[.,]\\d{1,20})?)",
            Pattern.CASE_INSENSITIVE);

    static EchoLine typedInto(Testbed testbed) throws IOException {
        Vocabulary words = testbed.words();
        String typed =
                words.one("echo typed", PHRASES) + words.numbered("echo typed").of(1);
        String answer = EchoAssignment.answer(words.one("echo answer", PHRASES)
                + words.numbered("echo answer").of(2));
        try (TcpListener listener = testbed.listen();
                Program client = testbed.start(
                        EchoAssignment.CLIENT, "--host", "127.0.0.1", "--port", String.valueOf(listener.port()))) {
            Optional<TcpConnection> accepted = accept(listener, client);
            if (accepted.isEmpty()) {
                return new EchoLine(client, typed, answer, false, "", client.linesFrom(0), 0, 0);
            }
            try (TcpConnection connection = accepted.get()) {
                return exchange(client, typed, answer, connection);
            }
        }
    }

    private static Optional<TcpConnection> accept(TcpListener listener, Program client) throws IOException {
        Deadline deadline = Deadline.in(EchoTolerances.PATIENCE);
        Optional<TcpConnection> accepted = Optional.empty();
        while (accepted.isEmpty() && client.alive() && !deadline.passed()) {
            accepted = listener.accept(EchoTolerances.LINE_END);
        }
        return accepted;
    }

    private static EchoLine exchange(Program client, String typed, String answer, TcpConnection connection) {
        long start = System.nanoTime();
        client.type(typed);
        connection.await(0, text -> !text.isEmpty(), EchoTolerances.PATIENCE);
        connection.await(0, text -> text.contains("\n"), EchoTolerances.LINE_END);
        long arrived = System.nanoTime();
        String sent = connection.since(0);
        connection.await(connection.mark(), text -> !text.isEmpty(), EchoTolerances.ANSWER_AFTER);
        double least = (System.nanoTime() - arrived) / 1e6;
        connection.send(answer + "\n");
        if (!sent.isEmpty()) {
            client.awaitLine(0, line -> line.contains(answer), EchoTolerances.PATIENCE)
                    .ifPresent(line -> client.awaitLine(
                            0, each -> millis(each.replace(answer, "")).isPresent(), EchoTolerances.PATIENCE));
        }
        double most = (System.nanoTime() - start) / 1e6;
        return new EchoLine(client, typed, answer, true, sent, client.linesFrom(0), least, most);
    }

    /** A time with its unit in a line, in ms. */
    private static Optional<Double> millis(String line) {
        Matcher time = MILLIS.matcher(line);
        return time.find()
                ? Optional.of(
                        Double.parseDouble((time.group(1) == null ? time.group(2) : time.group(1)).replace(',', '.')))
                : Optional.empty();
    }

    void judge() {
        if (!sent.equals(typed + "\n")) {
            throw failure("sent." + sentMistake(), Quote.text(typed), Quote.text(sent));
        }
        String printed = String.join("\n", lines);
        if (!printed.contains(answer)) {
            throw failure(
                    printed.contains("\uFFFD") ? "shown.mangled" : "shown", Quote.text(answer), Quote.line(printed));
        }
        Optional<Double> time = lines.stream()
                .flatMap(line -> millis(line.replace(answer, "")).stream())
                .findFirst();
        if (time.isEmpty()) {
            throw failure("timed.none", Quote.line(printed));
        }
        if (time.get() < least - EchoTolerances.ROUNDING_MS || time.get() > most + EchoTolerances.ROUNDING_MS) {
            throw failure("timed.wrong", oneDecimal(least), oneDecimal(most), oneDecimal(time.get()));
        }
    }

    private String sentMistake() {
        if (sent.isEmpty()) {
            return connected ? "nothing" : "not-connected";
        }
        if (sent.equals(typed)) {
            return "no-newline";
        }
        return sent.contains("?") || sent.contains("\uFFFD") ? "mangled" : "other";
    }

    private static String oneDecimal(double milliseconds) {
        return String.format(Locale.ROOT, "%.1f", milliseconds);
    }

    private CheckFailure failure(String name, Object... values) {
        CheckFailure failure = WORDS.failure(name, values);
        return new CheckFailure(failure.expected(), failure.got(), failure.hint(), client.tail());
    }
}
