package org.wiregrade.labs.chat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.wiregrade.labs.chat.LogEntry.Event;
import org.wiregrade.labs.evidence.Addresses;
import org.wiregrade.labs.evidence.Quote;
import org.wiregrade.testbed.CheckFailure;
import org.wiregrade.wire.Closing;
import org.wiregrade.wire.Endpoint;
import org.wiregrade.wire.TcpStream;

/** Whether a log and a capture tell of the same run. */
final class Story {
    private static final int SHOWN = 6;

    private final ChatTraffic chat;
    private final Map<Endpoint, List<Said>> saidBy;
    private final Map<Endpoint, TcpStream> streams;
    private final Map<Endpoint, SpeechCursor> speech;
    private final Map<Integer, HeardText> heard = new HashMap<>();
    private final boolean beganInTheMiddle;
    private final Set<Endpoint> agreeing = new LinkedHashSet<>();
    private int agreements;

    private Story(ChatTraffic chat) {
        this.chat = chat;
        saidBy = chat.said().stream().collect(Collectors.groupingBy(said -> Addresses.plain(said.by())));
        streams = chat.streams().stream()
                .collect(Collectors.toMap(
                        stream -> Addresses.plain(stream.client()), stream -> stream, (first, second) -> first));
        speech = saidBy.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> new SpeechCursor(entry.getValue())));
        beganInTheMiddle = chat.streams().stream().anyMatch(stream -> !stream.handshake());
    }

    /** Compares each logged message with the packets; of a log of several runs, the run that agrees most. */
    static String compare(ServerLog log, ChatTraffic chat) {
        CheckFailure first = null;
        Story best = null;
        for (int run = 0; run < log.runs(); run++) {
            Story story = new Story(chat);
            CheckFailure contradiction = story.read(log, run).orElse(null);
            if (best == null || story.agreements > best.agreements) {
                best = story;
                first = contradiction;
            }
        }
        if (first != null) {
            throw first;
        }
        if (best == null
                || best.agreements < ChatEvidenceLimits.LOGGED_MESSAGES
                || best.agreeing.size() < ChatEvidenceLimits.LOGGED_CLIENTS) {
            int agreements = best == null ? 0 : best.agreements;
            int clients = best == null ? 0 : best.agreeing.size();
            throw new CheckFailure(
                    "at least " + ChatEvidenceLimits.LOGGED_MESSAGES + " messages from at least "
                            + ChatEvidenceLimits.LOGGED_CLIENTS + " clients are both in the log and in the capture",
                    Quote.count(agreements, "message") + " from " + Quote.count(clients, "client")
                            + (agreements == 1 ? " is" : " are") + " in both",
                    "Take the log and the capture from one and the same run.");
        }
        return Quote.count(best.agreements, "logged message")
                + " found in the packets, the same texts from the same addresses.";
    }

    /** Reads one run's lines, counts what agrees, and gives the first contradiction. */
    private Optional<CheckFailure> read(ServerLog log, int run) {
        List<CheckFailure> contradictions = new ArrayList<>();
        for (LogEntry entry : log.entries()) {
            if (entry.run() == run && !entry.words().isBlank()) {
                contradiction(entry).ifPresent(contradictions::add);
            }
        }
        return contradictions.stream().findFirst();
    }

    private Optional<CheckFailure> contradiction(LogEntry entry) {
        return switch (entry.event()) {
            case RECEIVED -> received(entry);
            case FORWARDED -> forwarded(entry);
            case CONNECTED, DISCONNECTED -> Optional.empty();
        };
    }

    private Optional<CheckFailure> received(LogEntry entry) {
        TcpStream stream = streams.get(entry.client());
        if (stream == null) {
            return mayBeOutside() ? Optional.empty() : Optional.of(unknownClient(entry));
        }
        SpeechCursor cursor = speech.getOrDefault(entry.client(), new SpeechCursor(List.of()));
        if (cursor.take(entry.words())) {
            agreements++;
            agreeing.add(entry.client());
            return Optional.empty();
        }
        boolean later = isOpenAtTheEnd(stream) && cursor.next().isEmpty();
        return later || chat.lossy() || !stream.handshake() ? Optional.empty() : Optional.of(otherText(entry, cursor));
    }

    /** Whether the capture ended before the client left, so that the log may go on behind it. */
    private static boolean isOpenAtTheEnd(TcpStream stream) {
        return stream.closing() == Closing.OPEN
                && !stream.toServer().fin()
                && !stream.toClient().fin();
    }

    /** Whether a client may be missing because the capture does not show all of the run. */
    private boolean mayBeOutside() {
        return chat.lossy() || (beganInTheMiddle && agreements == 0);
    }

    private CheckFailure unknownClient(LogEntry entry) {
        String clients = chat.streams().stream()
                .limit(SHOWN)
                .map(stream -> stream.client().toString())
                .collect(Collectors.joining(", "));
        String elsewhere = chat.said().stream()
                .filter(said -> entry.words().mayBe(said.text()))
                .findFirst()
                .map(said -> "; packet " + said.frame() + " has this text from " + said.by())
                .orElse("");
        return new CheckFailure(
                says(entry) + ", as the packets do",
                "no packet of the capture comes from " + entry.client() + elsewhere + "; its clients are " + clients,
                "Take the log and the capture from one and the same run: clients get new ports each time.");
    }

    private static CheckFailure otherText(LogEntry entry, SpeechCursor cursor) {
        Optional<Said> next = cursor.next();
        String got = next.isPresent()
                ? "in packet " + next.get().frame() + " this client says "
                        + Quote.text(next.get().text())
                : cursor.last()
                        .map(said -> "this client's last message is " + Quote.text(said.text()) + " in packet "
                                + said.frame() + ", and it is in the log already")
                        .orElse("this client says nothing in the capture");
        return new CheckFailure(
                says(entry) + ", as the packets do",
                got,
                "Take the log and the capture from one and the same run, and leave the log lines as they were printed.");
    }

    private Optional<CheckFailure> forwarded(LogEntry entry) {
        TcpStream stream = streams.get(entry.client());
        if (chat.lossy() || (stream != null && !stream.handshake())) {
            return Optional.empty();
        }
        if (stream == null) {
            return mayBeOutside() ? Optional.empty() : Optional.of(unknownClient(entry));
        }
        HeardText text = heard.computeIfAbsent(stream.index(), key -> new HeardText(stream.toClient()));
        if (entry.words().isIn(text) || mayHaveFailed(entry, stream) || mayBeLater(entry, stream)) {
            return Optional.empty();
        }
        return Optional.of(new CheckFailure(
                says(entry) + ", as the packets do",
                "no packet brings that text to " + entry.client() + " (stream " + stream.index() + ", packets "
                        + stream.firstFrame() + " to " + stream.lastFrame() + ")",
                "Log a message as forwarded when it has been sent to that client."));
    }

    /** Whether the client was leaving, so that what the server logged as sent did not go out any more. */
    private boolean mayHaveFailed(LogEntry entry, TcpStream stream) {
        return chat.said().stream()
                .filter(said -> !said.isFrom(stream) && entry.words().contains(said.text()))
                .anyMatch(said -> chat.deliveries().stream()
                        .noneMatch(delivery -> delivery.said().equals(said)
                                && delivery.to().index() == stream.index()
                                && delivery.due()));
    }

    /** Whether what was forwarded was said only after the capture had ended. */
    private boolean mayBeLater(LogEntry entry, TcpStream stream) {
        return isOpenAtTheEnd(stream)
                && chat.said().stream().noneMatch(said -> entry.words().contains(said.text()));
    }

    private static String says(LogEntry entry) {
        String verb = entry.event() == Event.RECEIVED ? " sent " : " was sent ";
        return "line " + entry.line() + " of the log says that " + entry.client() + verb
                + Quote.text(entry.words().raw().strip());
    }
}
