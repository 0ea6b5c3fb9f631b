package org.wiregrade.labs.chat.live;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.wiregrade.labs.chat.rule.ChatTolerances;
import org.wiregrade.labs.chat.rule.Delivery;
import org.wiregrade.labs.chat.rule.Exchange;
import org.wiregrade.testbed.TcpConnection;

/**
 * A first talk: four clients speak in turn, each waits until all others have got it; several checks judge what came.
 *
 * @param room where it was held
 * @param clients in the order in which they connected; the first new one was silent until all others had been heard
 * @param turns what each said once, in their order; none where nobody got anything of another
 * @param exchange who said what, and who got it
 */
public record Talk(ChatRoom room, List<TcpConnection> clients, List<Greeting> turns, Exchange exchange) {
    public Talk {
        clients = List.copyOf(clients);
        turns = List.copyOf(turns);
    }

    /** Fills a room, in which there may be clients that have talked, and lets its clients talk. */
    static Talk in(ChatRoom room) throws IOException {
        // One of two newcomers is silent while the other is served.
        int newcomers = Math.max(2, ChatTolerances.CIRCLE - room.clients().size());
        for (int i = 0; i < newcomers; i++) {
            room.enter();
        }
        List<TcpConnection> clients = room.clients();
        // Else a server that stops at the first message may or may not have accepted all by then.
        String last = clients.get(clients.size() - 1).local().toString();
        room.server().awaitLine(0, line -> line.contains(last), ChatTolerances.ACCEPTED);
        List<TcpConnection> settled = Settling.in(room, clients.subList(1, 3), clients);
        if (settled.isEmpty()) {
            LiveExchange silent = LiveExchange.since(
                    room,
                    clients.stream().map(client -> 0).toList(),
                    List.of(1),
                    List.of(room.greetings().of(1)));
            return new Talk(room, clients, List.of(), silent.exchange());
        }
        List<Integer> marks = clients.stream().map(TcpConnection::mark).toList();
        List<Greeting> turns = takeTurns(room, settled, marks);
        clients.get(0).await(marks.get(0), turns.get(0)::in, ChatTolerances.GRACE);
        List<Integer> speakers = IntStream.range(0, clients.size()).boxed().toList();
        LiveExchange seen = LiveExchange.since(room, marks, speakers, turns);
        seen.tell(room);
        return new Talk(room, clients, turns, seen.exchange());
    }

    private static List<Greeting> takeTurns(ChatRoom room, List<TcpConnection> settled, List<Integer> marks) {
        List<TcpConnection> listening = settled;
        List<Greeting> turns = new ArrayList<>();
        for (TcpConnection speaker : room.clients()) {
            turns.add(room.greetings().of(room.lastGreeting() + 1));
            if (!room.ask(speaker, ChatRoom.without(listening, speaker))) {
                listening = served(room.clients(), marks, turns);
            }
        }
        // Whatever a turn still had to bring stands before this second turn of the same client.
        for (TcpConnection speaker : room.clients()) {
            room.ask(speaker, ChatRoom.without(listening, speaker));
        }
        return turns;
    }

    /** Those who missed nothing yet, so that the others are not waited for again and again. */
    private static List<TcpConnection> served(List<TcpConnection> clients, List<Integer> marks, List<Greeting> turns) {
        return IntStream.range(0, clients.size())
                .filter(client -> IntStream.range(0, turns.size())
                        .allMatch(turn -> turn == client
                                || turns.get(turn).in(clients.get(client).since(marks.get(client)))))
                .mapToObj(clients::get)
                .toList();
    }

    /** A line in which the server says that it handed on what did not come; empty where it closed connections. */
    public Optional<String> forwardedInVain() {
        if (clients.stream().anyMatch(TcpConnection::endedByProgram)) {
            return Optional.empty();
        }
        List<String> lines = room.server().linesFrom(0);
        return exchange.deliveries().stream()
                .filter(each -> each.outcome() == Delivery.Outcome.MISSING)
                .flatMap(each -> lines.stream()
                        .filter(line -> line.contains("[FWD]")
                                && line.contains(each.to().address().toString())
                                && line.contains(each.message().text())))
                .findFirst();
    }

    /** The clients that got every turn of all others. */
    public List<TcpConnection> served() {
        return exchange.served().stream()
                .map(client -> clients.get(client.number()))
                .toList();
    }
}
