package org.wiregrade.labs.chat.wire;

import static org.wiregrade.labs.chat.rule.ChatWords.WORDS;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wiregrade.labs.chat.rule.ChatAssignment;
import org.wiregrade.labs.chat.rule.Client;
import org.wiregrade.labs.chat.rule.Exchange;
import org.wiregrade.wire.TcpStream;
import org.wiregrade.wire.Trace;

/** What a submitted capture has to show before its exchange is judged; each rule gives what it saw, or fails. */
public final class StreamRules {
    private static final int SHOWN = 6;

    private StreamRules() {}

    /** Enough connections to the chat's port, from their beginning. */
    public static String streams(Trace trace) {
        List<TcpStream> streams = trace.streamsTo(ChatAssignment.PORT);
        long whole = streams.stream().filter(TcpStream::handshake).count();
        String count = WORDS.count(streams.size(), "stream");
        String clients = list(streams.stream().map(TcpStream::client));
        if (trace.streams().isEmpty()) {
            throw WORDS.failure("streams.none", ChatAssignment.STREAMS, ChatAssignment.PORT);
        }
        if (streams.isEmpty()) {
            String ports = list(trace.streams().stream()
                    .map(stream -> stream.server().port())
                    .sorted());
            throw WORDS.failure("streams.elsewhere", ChatAssignment.STREAMS, ChatAssignment.PORT, ports);
        }
        if (streams.size() < ChatAssignment.STREAMS) {
            throw WORDS.failure("streams.few", ChatAssignment.STREAMS, ChatAssignment.PORT, count, clients);
        }
        if (whole < ChatAssignment.STREAMS) {
            throw WORDS.failure(
                    whole == 0 ? "streams.late" : "streams.cut",
                    ChatAssignment.STREAMS,
                    ChatAssignment.PORT,
                    count,
                    whole);
        }
        return WORDS.text("streams.note", count, ChatAssignment.PORT, clients);
    }

    /** Enough clients that say something. */
    public static String speakers(Exchange exchange) {
        List<Client> speakers = exchange.speakers();
        if (speakers.isEmpty()) {
            throw WORDS.failure("speakers.none", ChatAssignment.SPEAKERS, ChatAssignment.PORT);
        }
        if (speakers.size() < ChatAssignment.SPEAKERS) {
            throw WORDS.failure(
                    "speakers.few",
                    ChatAssignment.SPEAKERS,
                    speakers.get(0),
                    exchange.messages().get(0).where());
        }
        return WORDS.text(
                "speakers.note",
                WORDS.count(exchange.messages().size(), "message"),
                WORDS.count(speakers.size(), "client"));
    }

    private static String list(Stream<?> values) {
        List<String> names = values.map(String::valueOf).distinct().toList();
        return names.stream().limit(SHOWN).collect(Collectors.joining(", ")) + (names.size() > SHOWN ? ", …" : "");
    }
}
