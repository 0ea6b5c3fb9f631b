package org.wiregrade.labs.chat.live;

import static org.wiregrade.labs.chat.rule.ChatWords.WORDS;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.wiregrade.labs.chat.rule.ChatTolerances;
import org.wiregrade.labs.evidence.Quote;
import org.wiregrade.testbed.TcpConnection;

/** What clients say that close their connection at once. */
public final class LastWords {
    private LastWords() {}

    /** Fails where it does not come to all who stay; one after the other, so that never two messages are under way. */
    public static void requireHeard(ChatRoom room) throws IOException {
        List<TcpConnection> stay = room.clients();
        for (int i = 0; i < ChatTolerances.LAST_WORDS; i++) {
            List<Integer> marks = stay.stream().map(TcpConnection::mark).toList();
            TcpConnection visitor = room.visit();
            Greeting said = room.say(visitor);
            visitor.finish();
            boolean heard =
                    room.awaitAll(stay, marks, text -> said.in(room.labels().strip(text)));
            visitor.leave();
            if (!heard) {
                throw room.explain(
                        WORDS.failure("gone.last-words", Quote.text(said.text()), missed(room, stay, marks, said)));
            }
        }
    }

    private static String missed(ChatRoom room, List<TcpConnection> stay, List<Integer> marks, Greeting said) {
        return stay.stream()
                .filter(client -> !said.in(room.labels().strip(client.since(marks.get(stay.indexOf(client))))))
                .map(room::name)
                .collect(Collectors.joining(", "));
    }
}
