package org.wiregrade.labs.echo;

import static org.wiregrade.labs.echo.EchoWords.WORDS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.wiregrade.labs.evidence.Quote;
import org.wiregrade.testbed.CheckFailure;
import org.wiregrade.testbed.Program;
import org.wiregrade.testbed.TcpConnection;
import org.wiregrade.testbed.Testbed;
import org.wiregrade.testbed.Vocabulary.Numbered;

/** A talk of some clients of the harness with the server; several checks judge what was said. */
final class EchoTalk {
    private final Program server;
    private final List<TcpConnection> clients = new ArrayList<>();
    private final List<Exchange> exchanges = new ArrayList<>();
    private int alone;
    private boolean silent;

    /**
     * A message and its answer.
     *
     * @param client its place among the clients, from 0
     * @param came all that came until the answer was whole, or nothing more did
     */
    private record Exchange(int client, String said, String came) {
        boolean right() {
            return came.equals(EchoAssignment.answer(said));
        }

        /** Whether it is this message's answer, even if its letters or its end are not as asked. */
        boolean own() {
            return came.strip().equalsIgnoreCase(said.strip());
        }
    }

    private EchoTalk(Program server) {
        this.server = server;
    }

    static EchoTalk of(Testbed testbed) {
        return testbed.shared(EchoTalk.class, () -> {
            try {
                return talk(testbed);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** The first client alone; then all in turn, the last first; then all but the first, which has left. */
    private static EchoTalk talk(Testbed testbed) throws IOException {
        Program server = testbed.startServer(EchoAssignment.SERVER, EchoAssignment.READY, "--port", "0");
        var talk = new EchoTalk(server);
        Numbered words = testbed.words().numbered("echo");
        int next = 1;
        try {
            talk.clients.add(server.connect());
            talk.say(0, words.of(next++) + "\n");
            talk.say(0, testbed.words().one("echo phrase", EchoLine.PHRASES) + words.of(next++) + "\n");
            talk.say(0, words.of(next++));
            talk.alone = talk.exchanges.size();
            while (talk.clients.size() < EchoTolerances.CLIENTS) {
                talk.clients.add(server.connect());
            }
            for (int client = EchoTolerances.CLIENTS - 1; client >= 0; client--) {
                talk.say(client, words.of(next++) + "\n");
            }
            talk.clients.get(0).leave();
            for (int client = 1; client < EchoTolerances.CLIENTS; client++) {
                talk.say(client, words.of(next++) + "\n");
            }
        } finally {
            for (TcpConnection client : talk.clients) {
                client.close();
            }
        }
        return talk;
    }

    /** Says something and waits for the answer; what comes too much comes before the next answer, at the latest. */
    private void say(int client, String text) {
        TcpConnection connection = clients.get(client);
        int from = exchanges.stream()
                .filter(each -> each.client == client)
                .mapToInt(each -> each.came.length())
                .sum();
        int whole = from + EchoAssignment.answer(text).length();
        connection.send(text);
        silent |= !connection.await(
                0, all -> all.length() > from, silent ? EchoTolerances.PATIENCE_LOST : EchoTolerances.PATIENCE);
        connection.await(0, all -> all.length() >= whole, EchoTolerances.LINE_END);
        exchanges.add(new Exchange(client, text, connection.since(0).substring(from)));
    }

    /** Fails by the first wrong answer to the client that was alone. */
    void requireAnswers() {
        for (Exchange exchange : exchanges.subList(0, alone)) {
            if (!exchange.right()) {
                throw failure(exchange);
            }
        }
    }

    void requireEachItsOwn() {
        for (Exchange exchange : exchanges.subList(alone, exchanges.size())) {
            if (!exchange.own()) {
                boolean others = exchanges.stream()
                        .anyMatch(each -> !each.equals(exchange)
                                && exchange.came.contains(EchoAssignment.answer(each.said.strip())));
                String mistake = others ? "other" : exchange.came.isEmpty() ? "nothing" : "wrong";
                throw told("each." + mistake, exchange, Quote.text(exchange.came));
            }
        }
    }

    private CheckFailure failure(Exchange exchange) {
        String answer = EchoAssignment.answer(exchange.said);
        String came = exchange.came;
        String kind;
        if (came.isEmpty()) {
            kind = server.alive() ? "nothing" : "ended";
        } else if (came.equals(exchange.said)) {
            kind = "same";
        } else if (came.strip().equals(answer.strip())) {
            kind = came.length() < answer.length() ? "no-newline" : "white";
        } else if (came.strip().endsWith(behindLetters(answer)) && !came.contains(answer)) {
            kind = "mangled";
        } else {
            kind = came.startsWith(answer) ? "more" : "other";
        }
        return told("answer." + kind, exchange, Quote.text(came));
    }

    /** The end of an answer that is the same in whatever character set. */
    private static String behindLetters(String answer) {
        return answer.strip().replaceAll("^.*[^\\x00-\\x7f]", "");
    }

    private CheckFailure told(String name, Exchange exchange, String came) {
        CheckFailure failure = WORDS.failure(
                name,
                Quote.text(EchoAssignment.answer(exchange.said)),
                came,
                Quote.text(exchange.said),
                exchange.client + 1,
                server.ending());
        return new CheckFailure(failure.expected(), failure.got(), failure.hint(), server.tail());
    }

    /** Each message, and each answer that came, stands in a line with its mark and its client's address. */
    void requireLog() {
        for (Exchange exchange : exchanges) {
            String address = clients.get(exchange.client).local().toString();
            requireLine("log.recv", "[RECV]", address, exchange.said.strip());
            if (!exchange.came.isEmpty()) {
                requireLine("log.send", "[SEND]", address, EchoAssignment.answer(exchange.said.strip()));
            }
        }
    }

    private void requireLine(String name, String mark, String address, String text) {
        boolean logged = server.awaitLine(
                        0,
                        line -> line.contains(mark)
                                && line.contains(address)
                                && EchoAssignment.answer(line).contains(EchoAssignment.answer(text)),
                        EchoTolerances.PATIENCE)
                .isPresent();
        if (!logged) {
            CheckFailure failure = WORDS.failure(name, mark + " … " + address + " … " + text);
            throw new CheckFailure(failure.expected(), failure.got(), failure.hint(), server.tail());
        }
    }
}
