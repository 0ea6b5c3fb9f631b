package org.wiregrade.labs.chat.log;

import static org.wiregrade.labs.chat.rule.ChatWords.WORDS;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.wiregrade.labs.chat.rule.ChatAssignment;
import org.wiregrade.labs.chat.rule.Exchange;
import org.wiregrade.labs.chat.rule.Message;
import org.wiregrade.labs.chat.wire.CapturedExchange;
import org.wiregrade.labs.chat.wire.ReceivedText;
import org.wiregrade.labs.evidence.Addresses;
import org.wiregrade.labs.evidence.Quote;
import org.wiregrade.testbed.CheckFailure;
import org.wiregrade.wire.Closing;
import org.wiregrade.wire.Endpoint;
import org.wiregrade.wire.TcpStream;

/** Compares the lines of a log with a capture of the same run: what agrees, and the first contradiction. */
public final class LogComparison {
    private static final int SHOWN = 6;

    private final Exchange exchange;
    private final Map<Endpoint, TcpStream> streams;
    private final Map<Endpoint, SpeechCursor> speech;
    private final Map<Integer, ReceivedText> received = new HashMap<>();
    private final boolean beganInTheMiddle;
    private final Set<Endpoint> agreeing = new LinkedHashSet<>();
    private int agreements;
    private CheckFailure contradiction;

    private LogComparison(CapturedExchange captured) {
        exchange = captured.exchange();
        streams = captured.streams().stream()
                .collect(Collectors.toMap(
                        stream -> Addresses.plain(stream.client()), stream -> stream, (first, second) -> first));
        speech = exchange.messages().stream()
                .collect(Collectors.groupingBy(
                        message -> Addresses.plain(message.by().address()),
                        Collectors.collectingAndThen(Collectors.toList(), SpeechCursor::new)));
        beganInTheMiddle = captured.streams().stream().anyMatch(stream -> !stream.handshake());
    }

    /** Compares each logged message with the packets; of a log of several runs, the run that agrees most. */
    public static String compare(ServerLog log, CapturedExchange captured) {
        LogComparison best = IntStream.range(0, Math.max(1, log.runs()))
                .mapToObj(run -> new LogComparison(captured).read(log, run))
                .reduce((one, other) -> other.agreements > one.agreements ? other : one)
                .orElseThrow();
        if (best.contradiction != null) {
            throw best.contradiction;
        }
        if (best.agreements < ChatAssignment.LOGGED_MESSAGES || best.agreeing.size() < ChatAssignment.LOGGED_CLIENTS) {
            throw WORDS.failure(
                    "comparison.few",
                    ChatAssignment.LOGGED_MESSAGES,
                    ChatAssignment.LOGGED_CLIENTS,
                    WORDS.count(best.agreements, "message"),
                    WORDS.count(best.agreeing.size(), "client"));
        }
        return WORDS.text("comparison.note", WORDS.count(best.agreements, "logged"));
    }

    private LogComparison read(ServerLog log, int run) {
        for (LogEntry entry : log.entries()) {
            if (entry.run() == run && !entry.words().isBlank()) {
                Optional<CheckFailure> found = contradiction(entry);
                contradiction = contradiction == null ? found.orElse(null) : contradiction;
            }
        }
        return this;
    }

    private Optional<CheckFailure> contradiction(LogEntry entry) {
        boolean received = entry.event() == LogEntry.Event.RECEIVED;
        if (!received && entry.event() != LogEntry.Event.FORWARDED) {
            return Optional.empty();
        }
        TcpStream stream = streams.get(entry.client());
        if (stream == null) {
            // A client may be missing because the capture does not show all of the run.
            boolean lacks = CapturedExchange.speakersWithHoles(List.copyOf(streams.values()))
                    .findAny()
                    .isPresent();
            boolean outside = lacks || (beganInTheMiddle && agreements == 0);
            return outside ? Optional.empty() : Optional.of(unknownClient(entry));
        }
        return received ? received(entry, stream) : forwarded(entry, stream);
    }

    private Optional<CheckFailure> received(LogEntry entry, TcpStream stream) {
        SpeechCursor cursor = speech.getOrDefault(entry.client(), new SpeechCursor(List.of()));
        if (cursor.take(entry.words())) {
            agreements++;
            agreeing.add(entry.client());
            return Optional.empty();
        }
        boolean later = isOpenAtTheEnd(stream) && cursor.next().isEmpty();
        return later || stream.toServer().missing() > 0 || !stream.handshake()
                ? Optional.empty()
                : Optional.of(otherText(entry, cursor));
    }

    /** Whether the capture ended before the client left, so that the log may go on behind it. */
    private static boolean isOpenAtTheEnd(TcpStream stream) {
        return stream.closing() == Closing.OPEN
                && !stream.toServer().fin()
                && !stream.toClient().fin();
    }

    private CheckFailure unknownClient(LogEntry entry) {
        String clients = exchange.clients().stream()
                .limit(SHOWN)
                .map(client -> client.address().toString())
                .collect(Collectors.joining(", "));
        String elsewhere = exchange.messages().stream()
                .filter(message -> entry.words().mayBe(message.text()))
                .findFirst()
                .map(message -> WORDS.text("comparison.elsewhere", message.where(), message.by()))
                .orElse("");
        return WORDS.failure("comparison.unknown-client", says(entry), entry.client(), elsewhere, clients);
    }

    private static CheckFailure otherText(LogEntry entry, SpeechCursor cursor) {
        Optional<Message> next = cursor.next();
        Optional<Message> shown = next.or(cursor::last);
        String name = next.isPresent() ? "other" : shown.isPresent() ? "again" : "silent";
        return WORDS.failure(
                "comparison." + name,
                says(entry),
                shown.map(Message::where).map(String::valueOf).orElse(""),
                shown.map(message -> Quote.text(message.text())).orElse(""));
    }

    private Optional<CheckFailure> forwarded(LogEntry entry, TcpStream stream) {
        ReceivedText text = received.computeIfAbsent(stream.index(), key -> new ReceivedText(stream.toClient()));
        boolean silent = stream.toClient().missing() > 0 || !stream.handshake();
        if (silent || entry.words().isIn(text) || mayHaveFailed(entry, stream) || mayBeLater(entry, stream)) {
            return Optional.empty();
        }
        return Optional.of(WORDS.failure(
                "comparison.not-sent",
                says(entry),
                entry.client(),
                stream.index(),
                stream.firstFrame(),
                stream.lastFrame()));
    }

    /** Whether the client was leaving, so that what the server logged as sent did not go out any more. */
    private boolean mayHaveFailed(LogEntry entry, TcpStream stream) {
        return exchange.messages().stream()
                .filter(message ->
                        message.by().number() != stream.index() && entry.words().contains(message.text()))
                .anyMatch(message -> exchange.deliveries().stream()
                        .noneMatch(each -> each.due()
                                && each.to().number() == stream.index()
                                && each.message().equals(message)));
    }

    /** Whether what was forwarded was said only after the capture had ended. */
    private boolean mayBeLater(LogEntry entry, TcpStream stream) {
        return isOpenAtTheEnd(stream)
                && exchange.messages().stream()
                        .noneMatch(message -> entry.words().contains(message.text()));
    }

    private static String says(LogEntry entry) {
        return WORDS.text(
                entry.event() == LogEntry.Event.RECEIVED ? "comparison.says-sent" : "comparison.says-was-sent",
                entry.line(),
                entry.client(),
                Quote.text(entry.words().raw().strip()));
    }
}
