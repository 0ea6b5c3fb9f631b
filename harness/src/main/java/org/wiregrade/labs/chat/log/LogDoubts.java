package org.wiregrade.labs.chat.log;

import static org.wiregrade.labs.chat.rule.ChatWords.WORDS;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wiregrade.labs.chat.rule.ChatTolerances;
import org.wiregrade.labs.chat.rule.Message;
import org.wiregrade.labs.chat.wire.CapturedExchange;
import org.wiregrade.labs.evidence.Addresses;
import org.wiregrade.testbed.Doubt;
import org.wiregrade.wire.Endpoint;

/** What makes a log look as if no server had printed it, although its lines agree with the packets. */
public final class LogDoubts {
    private static final String KIND = "log";
    private static final String START = "[START]";
    private static final int FEWEST = 3;

    private LogDoubts() {}

    public static Optional<Doubt> of(String output, CapturedExchange captured) {
        ServerLog log = ServerLog.of(output);
        List<LogEntry> received = log.entries().stream()
                .filter(entry -> entry.event() == LogEntry.Event.RECEIVED)
                .toList();
        if (received.size() < FEWEST) {
            return Optional.empty();
        }
        boolean nothingElse = received.size() == log.entries().size() && !output.contains(START);
        if (nothingElse) {
            return Optional.of(new Doubt(
                    KIND,
                    WORDS.text("doubt.log.typed", received.size()),
                    WORDS.text("doubt.log.line", received.get(0).line())));
        }
        return log.runs() > 1 ? Optional.empty() : disorder(received, captured);
    }

    /** Two lines whose messages were sent in the other order, and not at about the same time. */
    private static Optional<Doubt> disorder(List<LogEntry> received, CapturedExchange captured) {
        Map<Endpoint, List<Message>> left = new HashMap<>();
        for (Message message : captured.exchange().messages()) {
            left.computeIfAbsent(Addresses.plain(message.by().address()), key -> new ArrayList<>())
                    .add(message);
        }
        Message latest = null;
        for (LogEntry entry : received) {
            Optional<Message> said = left.getOrDefault(entry.client(), List.of()).stream()
                    .filter(message -> entry.words().mayBe(message.text()))
                    .findFirst();
            if (said.isPresent()) {
                left.get(entry.client()).remove(said.get());
                if (latest != null && latest.timeNs() - said.get().timeNs() > ChatTolerances.LOGGED_LATE_NS) {
                    return Optional.of(new Doubt(
                            KIND,
                            WORDS.text("doubt.log.order", entry.line(), seconds(latest, said.get())),
                            WORDS.text(
                                    "doubt.log.packets",
                                    said.get().where().packet(),
                                    latest.where().packet())));
                }
                latest = latest == null || said.get().timeNs() > latest.timeNs() ? said.get() : latest;
            }
        }
        return Optional.empty();
    }

    private static double seconds(Message later, Message earlier) {
        return Math.round((later.timeNs() - earlier.timeNs()) / 1e8) / 10.0;
    }
}
