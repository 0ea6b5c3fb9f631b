package org.wiregrade.labs.chat.log;

import static org.wiregrade.labs.chat.rule.ChatWords.WORDS;

import java.util.List;
import org.wiregrade.labs.chat.log.LogEntry.Event;
import org.wiregrade.labs.chat.rule.ChatAssignment;
import org.wiregrade.labs.evidence.Quote;

/** What the file with the server's output has to hold; each rule gives what it saw, or fails with the reason. */
public final class ServerOutputRules {
    private ServerOutputRules() {}

    /** The command that started the server. */
    public static String command(String text) {
        String command = StartCommand.find(text).orElseThrow(() -> WORDS.failure("output.command"));
        if (StartCommand.isOfAnother(command)) {
            throw WORDS.failure("output.command.other", Quote.text(command));
        }
        return WORDS.text("output.command.note", Quote.text(command));
    }

    /** Messages that the server logged, from more than one client. */
    public static String log(ServerLog log) {
        List<LogEntry> received = log.of(Event.RECEIVED).stream()
                .filter(entry -> !entry.words().isBlank())
                .toList();
        long clients = received.stream().map(LogEntry::client).distinct().count();
        if (received.isEmpty()) {
            String name = log.entries().isEmpty() ? "output.log.none" : "output.log.others";
            int line = log.entries().isEmpty() ? 0 : log.entries().get(0).line();
            throw WORDS.failure(name, ChatAssignment.LOGGED_MESSAGES, ChatAssignment.LOGGED_CLIENTS, line);
        }
        String messages = WORDS.count(received.size(), "message");
        if (received.size() < ChatAssignment.LOGGED_MESSAGES || clients < ChatAssignment.LOGGED_CLIENTS) {
            throw WORDS.failure(
                    "output.log.few",
                    ChatAssignment.LOGGED_MESSAGES,
                    ChatAssignment.LOGGED_CLIENTS,
                    messages,
                    WORDS.count(clients, "client"),
                    received.get(0).line(),
                    received.get(received.size() - 1).line());
        }
        return WORDS.text("output.log.note", messages, WORDS.count(clients, "client"));
    }

    /** The explanation, by its number of sentences; what they say is for a person to judge. */
    public static String explanation(String text) {
        Explanation explanation = Explanation.of(text);
        int fewest = explanation.fewest();
        int most = explanation.most();
        String counted = fewest == most ? WORDS.count(most, "sentence") : WORDS.text("output.between", fewest, most);
        if (most < ChatAssignment.FEWEST_SENTENCES || fewest > ChatAssignment.MOST_SENTENCES) {
            throw WORDS.failure(
                    most == 0 ? "output.explanation.none" : "output.explanation",
                    ChatAssignment.FEWEST_SENTENCES,
                    ChatAssignment.MOST_SENTENCES,
                    counted);
        }
        return WORDS.text("output.explanation.note", counted);
    }
}
