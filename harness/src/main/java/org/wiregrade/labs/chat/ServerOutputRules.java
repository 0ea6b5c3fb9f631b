package org.wiregrade.labs.chat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.wiregrade.labs.chat.LogEntry.Event;
import org.wiregrade.labs.evidence.Quote;
import org.wiregrade.testbed.CheckFailure;
import org.wiregrade.wire.Endpoint;

/** What the file with the server's output has to hold; each rule gives what it saw, or fails with the reason. */
final class ServerOutputRules {
    private ServerOutputRules() {}

    /** The command that started the server. */
    static String command(String text) {
        return StartCommand.find(text)
                .map(command -> "Found " + Quote.text(command) + ".")
                .orElseThrow(() -> new CheckFailure(
                        "the command that started the server, on a line of its own",
                        "no line looks like a command",
                        "Copy the line that you typed, such as: $ java -cp target/classes chat.ChatServer"));
    }

    /** Messages that the server logged, from more than one client. */
    static String log(ServerLog log) {
        List<LogEntry> received = log.of(Event.RECEIVED).stream()
                .filter(entry -> !entry.words().isBlank())
                .toList();
        Set<Endpoint> clients =
                received.stream().map(LogEntry::client).collect(Collectors.toCollection(LinkedHashSet::new));
        String expected = "log lines [RECV] with ip:port and text, for at least " + ChatEvidenceLimits.LOGGED_MESSAGES
                + " messages from at least " + ChatEvidenceLimits.LOGGED_CLIENTS + " clients";
        String hint = "Copy the server's terminal while it serves several clients: each line as it was printed.";
        if (received.isEmpty()) {
            String got = log.entries().isEmpty()
                    ? "no line of the server's log"
                    : "no such line, though line " + log.entries().get(0).line() + " is a log line";
            throw new CheckFailure(expected, got, hint);
        }
        String got = Quote.count(received.size(), "message") + " from " + Quote.count(clients.size(), "client");
        if (received.size() < ChatEvidenceLimits.LOGGED_MESSAGES
                || clients.size() < ChatEvidenceLimits.LOGGED_CLIENTS) {
            throw new CheckFailure(
                    expected,
                    got + " (lines " + received.get(0).line() + " to "
                            + received.get(received.size() - 1).line() + ")",
                    hint);
        }
        return got + ".";
    }

    /** The explanation, by its number of sentences; what they say is for a person to judge. */
    static String explanation(String text) {
        Explanation explanation = Explanation.of(text);
        int fewest = explanation.fewest();
        int most = explanation.most();
        String counted =
                fewest == most ? Quote.count(most, "sentence") : "between " + fewest + " and " + most + " sentences";
        if (most < ChatEvidenceLimits.FEWEST_SENTENCES || fewest > ChatEvidenceLimits.MOST_SENTENCES) {
            throw new CheckFailure(
                    ChatEvidenceLimits.FEWEST_SENTENCES + " to " + ChatEvidenceLimits.MOST_SENTENCES
                            + " sentences of explanation beside command and log",
                    most == 0 ? "no sentence" : counted,
                    "Explain how the logs confirm that several clients are connected, and how the logs relate to the"
                            + " packets in Wireshark; end each sentence with a full stop.");
        }
        return "Counted " + counted + ".";
    }
}
