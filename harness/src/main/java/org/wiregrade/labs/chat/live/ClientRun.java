package org.wiregrade.labs.chat.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.wiregrade.labs.chat.rule.ChatAssignment;
import org.wiregrade.labs.chat.rule.ChatTolerances;
import org.wiregrade.testbed.Deadline;
import org.wiregrade.testbed.Program;
import org.wiregrade.testbed.TcpConnection;
import org.wiregrade.testbed.TcpListener;
import org.wiregrade.testbed.Testbed;

/**
 * A run of the client: two lines are typed and answered, and at a third the server closes the connection.
 *
 * <p>A line comes only when the one before it is done with, and so do the words that the client prints for each: nothing has
 * to be waited for that a wrong client does not do.
 *
 * @param connected whether the client came to the server
 * @param asked those that were typed, up to the first that did not come
 * @param least for each, the shortest time, in ms, that its answer can have taken; no answer, no time
 * @param most for each, the longest time that it can have taken
 * @param wire how the bytes came that it sent
 * @param linesWhileOpen how many lines it had printed when the server closed the connection
 * @param ended whether it ended then
 */
record ClientRun(
        Program client,
        boolean connected,
        List<TypedLine> asked,
        List<Double> least,
        List<Double> most,
        OwnWire wire,
        int linesWhileOpen,
        boolean ended) {
    private static final String PROMPT = "> ";

    ClientRun {
        asked = List.copyOf(asked);
        least = List.copyOf(least);
        most = List.copyOf(most);
    }

    static ClientRun of(Testbed testbed) {
        return testbed.shared(ClientRun.class, () -> {
            try {
                return run(testbed);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static ClientRun run(Testbed testbed) throws IOException {
        try (TcpListener listener = testbed.listen();
                Program client = testbed.start(
                        ChatAssignment.CLIENT, "--host", "127.0.0.1", "--port", String.valueOf(listener.port()))) {
            Optional<TcpConnection> accepted = accept(listener, client);
            if (accepted.isEmpty()) {
                TypedLine nothing = new TypedLine(TypedTexts.first(testbed.words()), 0, 0, 0, "");
                return new ClientRun(client, false, List.of(nothing), List.of(), List.of(), OwnWire.NONE, 0, false);
            }
            try (TcpConnection connection = accepted.get()) {
                return talk(testbed, client, connection);
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

    private static ClientRun talk(Testbed testbed, Program client, TcpConnection connection) throws IOException {
        List<TypedLine> asked = new ArrayList<>();
        List<Double> least = new ArrayList<>();
        List<Double> most = new ArrayList<>();
        Duration pause = ChatTolerances.ANSWER_AFTER;
        for (TypedTexts texts : List.of(
                TypedTexts.first(testbed.words()),
                TypedTexts.second(testbed.words()),
                TypedTexts.last(testbed.words()))) {
            TypedLine line = TypedLine.type(client, connection, texts, pause);
            pause = asked.isEmpty() ? pause.multipliedBy(2) : ChatTolerances.ANSWER_AFTER;
            if (!asked.isEmpty()) {
                most.add((line.arrivedNs() - asked.get(asked.size() - 1).typedNs()) / 1e6);
            }
            asked.add(line);
            if (!line.came() || texts.answer().isEmpty()) {
                break;
            }
            least.add((System.nanoTime() - line.arrivedNs()) / 1e6);
            connection.send(texts.answer() + "\n");
        }
        OwnWire wire = OwnWire.of(testbed, connection);
        int open = printed(client).size();
        connection.finish();
        client.endInput();
        return new ClientRun(client, true, asked, least, most, wire, open, awaitEnd(client));
    }

    private static boolean awaitEnd(Program client) {
        try {
            return client.awaitEnd(ChatTolerances.PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting", e);
        }
    }

    /** How many lines were answered. */
    int answers() {
        return least.size();
    }

    /** Whether the server closed the connection while an answer was due. */
    boolean closedInstead() {
        return asked.size() > answers() && asked.get(answers()).came();
    }

    /** What it has printed, line by line; the prompt of the given code begins a new one, whatever was printed before it. */
    private static List<String> printed(Program client) {
        return String.join("\n", client.linesFrom(0))
                .replace(PROMPT, "\n" + PROMPT)
                .lines()
                .filter(line -> !line.isEmpty())
                .toList();
    }

    List<String> lines() {
        return printed(client);
    }

    /** What it printed from an answer on until the next one. */
    List<String> printedFrom(int line) {
        List<String> lines = lines();
        int from = shows(line).orElse(lines.size());
        int to = line + 1 < answers() ? shows(line + 1).orElse(lines.size()) : lines.size();
        return lines.subList(from, Math.max(from, to));
    }

    /** What it printed behind the answer before, up to an answer. */
    List<String> printedUpTo(int line) {
        List<String> lines = lines();
        int from = line == 0 ? 0 : shows(line - 1).orElse(-1) + 1;
        int to = shows(line).map(shown -> shown + 1).orElse(lines.size());
        return lines.subList(from, Math.max(from, to));
    }

    /** The first line that has an answer in it; what is printed only because the connection was closed is none. */
    Optional<Integer> shows(int line) {
        String answer = asked.get(line).texts().answer();
        List<String> lines = lines();
        boolean done = asked.size() > line + 1 && asked.get(line + 1).came();
        return IntStream.range(0, done ? lines.size() : Math.min(linesWhileOpen, lines.size()))
                .filter(i -> lines.get(i).contains(answer))
                .boxed()
                .findFirst();
    }

    /** Whether an answer can have taken so many ms. */
    boolean mayHaveTaken(int line, double milliseconds) {
        return milliseconds >= least.get(line) - ChatTolerances.ROUNDING_MS
                && milliseconds <= most.get(line) + ChatTolerances.ROUNDING_MS;
    }

    /** The times that the client shows: behind each answer, or else in front of each. */
    List<Optional<ShownTime>> times() {
        List<Optional<ShownTime>> behind = times(this::printedFrom);
        List<Optional<ShownTime>> before = times(this::printedUpTo);
        boolean inFront = isRight(before) || behind.stream().anyMatch(Optional::isEmpty);
        return isRight(behind) || !inFront ? behind : before;
    }

    private List<Optional<ShownTime>> times(IntFunction<List<String>> printed) {
        return IntStream.range(0, answers())
                .mapToObj(i ->
                        ShownTime.in(asked.get(i).texts().without(printed.apply(i)), time -> mayHaveTaken(i, time)))
                .toList();
    }

    private boolean isRight(List<Optional<ShownTime>> times) {
        return IntStream.range(0, times.size())
                .allMatch(i -> times.get(i)
                        .filter(time -> mayHaveTaken(i, time.milliseconds()))
                        .isPresent());
    }
}
