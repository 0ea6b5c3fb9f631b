package org.wiregrade.labs.chat.wire;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wiregrade.labs.chat.rule.ChatText;
import org.wiregrade.labs.chat.rule.ChatTolerances;
import org.wiregrade.labs.chat.rule.Client;
import org.wiregrade.labs.chat.rule.Delivery;
import org.wiregrade.labs.chat.rule.Delivery.Outcome;
import org.wiregrade.labs.chat.rule.Message;
import org.wiregrade.labs.chat.rule.Place;
import org.wiregrade.labs.chat.wire.ReceivedText.KeyRange;
import org.wiregrade.labs.evidence.Addresses;
import org.wiregrade.wire.Endpoint;
import org.wiregrade.wire.Segment;
import org.wiregrade.wire.TcpStream;

/** What one client received, and from whom: finds in the bytes sent to it what the others said, however it was cut. */
final class Reception {
    private static final Pattern PREFIX = Pattern.compile("\\[([0-9A-Fa-f:.]{2,45}(?:%\\w{1,15})?):(\\d{1,5})] ");
    private static final long CLOCK_SLACK_NS = ChatTolerances.CLOCK_SLACK.toNanos();

    private final Client listener;
    private final ReceivedText received;
    private final Map<Endpoint, List<KeyRange>> records = new HashMap<>();
    private final Map<Message, Delivery> found = new HashMap<>();
    private final List<Delivery> surplus = new ArrayList<>();

    private Reception(TcpStream stream) {
        listener = CapturedExchange.client(stream);
        received = new ReceivedText(stream.toClient());
    }

    /** Compares what a client was sent with what was said, in the order of the capture. */
    static Reception of(TcpStream stream, Map<Client, Presence> present, List<Message> all) {
        Reception reception = new Reception(stream);
        Client listener = reception.listener;
        Map<Client, List<Message>> bySpeaker = all.stream().collect(Collectors.groupingBy(Message::by));
        reception.splitRecords(bySpeaker.values());
        Predicate<Message> may = present.get(listener)::mayGet;
        Predicate<Message> must = message -> present.get(listener).mustGet(message, present.get(message.by()));
        bySpeaker.forEach((speaker, speech) -> {
            if (!speaker.equals(listener)) {
                reception.align(speech, must, may);
            }
        });
        all.stream()
                .filter(message -> !message.by().equals(listener) && !reception.found.containsKey(message))
                .forEach(reception::search);
        bySpeaker.forEach((speaker, speech) -> {
            if (speaker.equals(listener)) {
                speech.forEach(reception::findEcho);
            } else {
                reception.findAgain(speech);
            }
        });
        return reception;
    }

    /** What became of something that another client said. */
    Delivery delivery(Message message, boolean due) {
        Delivery delivery = found.get(message);
        return delivery == null
                ? new Delivery(message, listener, Outcome.MISSING, due, Place.LIVE, 0, "")
                : new Delivery(
                        message,
                        listener,
                        delivery.outcome(),
                        due,
                        delivery.where(),
                        delivery.delayNs(),
                        delivery.seen());
    }

    List<Delivery> surplus() {
        return List.copyOf(surplus);
    }

    /** Cuts the bytes at each prefix of a client of this capture. */
    private void splitRecords(Collection<List<Message>> bySpeaker) {
        Set<Endpoint> speakers = bySpeaker.stream().map(Reception::speaker).collect(Collectors.toSet());
        Set<String> quotes = bySpeaker.stream()
                .flatMap(List::stream)
                .map(Message::text)
                .filter(text -> PREFIX.matcher(text).find())
                .map(ChatText::key)
                .collect(Collectors.toSet());
        Matcher prefix = PREFIX.matcher(received.raw());
        Endpoint speaker = null;
        int from = 0;
        for (int at = 0; prefix.find(at); ) {
            Endpoint next = Addresses.endpoint(prefix.group(1), prefix.group(2)).orElse(null);
            at = prefix.end();
            if (next != null && speakers.contains(next)) {
                int body = received.keyAt(prefix.end());
                addRecord(speaker, from, received.keyAt(prefix.start()));
                received.use(received.keyAt(prefix.start()), body);
                speaker = next;
                from = body;
                at = behindQuote(quotes, body, at);
            }
        }
        addRecord(speaker, from, received.key().length());
    }

    private static Endpoint speaker(List<Message> speech) {
        return Addresses.plain(speech.get(0).by().address());
    }

    /** Somebody may say what looks like a prefix, for instance quote another's message. */
    private int behindQuote(Set<String> quotes, int body, int otherwise) {
        return quotes.stream()
                .filter(quote -> received.key().startsWith(quote, body))
                .mapToInt(quote -> received.rawAt(body + quote.length()))
                .reduce(otherwise, Math::max);
    }

    private void addRecord(Endpoint speaker, int from, int to) {
        if (speaker != null && from < to) {
            records.computeIfAbsent(speaker, key -> new ArrayList<>()).add(new KeyRange(from, to));
        }
    }

    /**
     * Finds one speaker's words in what stands behind that speaker's prefix: in order those that are there for sure, then
     * the rest wherever there is room, such as what the server read together with words that the capture lacks.
     */
    private void align(List<Message> speech, Predicate<Message> must, Predicate<Message> may) {
        RecordCursor cursor = new RecordCursor(received, records.getOrDefault(speaker(speech), List.of()));
        List<Message> due = speech.stream().filter(must).toList();
        due.forEach(message -> put(message, cursor.take(ChatText.key(message.text()))));
        List<Message> possible = speech.stream().filter(may).toList();
        Stream.of(due, possible, speech)
                .flatMap(List::stream)
                .filter(message -> !found.containsKey(message))
                .forEach(message -> put(message, cursor.takeAnywhere(ChatText.key(message.text()))));
    }

    private void put(Message message, Optional<KeyRange> range) {
        range.ifPresent(at -> found.put(message, delivered(message, Outcome.PREFIXED, at)));
    }

    /** Finds words anywhere that are not behind their speaker's prefix. */
    private void search(Message message) {
        String key = ChatText.key(message.text());
        long notBefore = message.timeNs() - CLOCK_SLACK_NS;
        int at = received.find(key, notBefore, false);
        Outcome outcome = at >= 0 ? Outcome.OTHERWISE : Outcome.CHANGED;
        at = at >= 0 ? at : received.find(key, notBefore, true);
        if (at >= 0) {
            KeyRange range = new KeyRange(at, at + key.length());
            received.use(range.from(), range.to());
            found.put(message, delivered(message, outcome, range));
        }
    }

    private Delivery delivered(Message message, Outcome outcome, KeyRange range) {
        String seen = outcome == Outcome.PREFIXED ? "" : received.before(range.from()) + received.text(range);
        Segment brought = received.segmentAt(range.from());
        long delay = brought.timeNs() - message.timeNs();
        return new Delivery(message, listener, outcome, false, new Place(brought.frame()), delay, seen);
    }

    /** Finds whole records that repeat what was found already. */
    private void findAgain(List<Message> speech) {
        Map<String, Message> known = new HashMap<>();
        speech.stream().filter(found::containsKey).forEach(message -> known.put(ChatText.key(message.text()), message));
        for (KeyRange range : records.getOrDefault(speaker(speech), List.of())) {
            Message message = known.get(received.key().substring(range.from(), range.to()));
            if (message != null && received.isUnused(range.from(), range.to())) {
                add(message, range);
            }
        }
    }

    /** Finds the listener's own words, as they were or in other letters. */
    private void findEcho(Message message) {
        String key = ChatText.key(message.text());
        int at = received.find(key, message.timeNs(), true);
        if (at >= 0 && received.isWhole(at, at + key.length()) && !isOfSomebodyElse(received.before(at))) {
            add(message, new KeyRange(at, at + key.length()));
        }
    }

    /** Whether a prefix of neither the listener nor the server stands in front: of a client that this capture does not show. */
    private boolean isOfSomebodyElse(String before) {
        Matcher prefix = PREFIX.matcher(before.stripTrailing() + " ");
        Optional<Endpoint> last = Optional.empty();
        while (prefix.find()) {
            last = Addresses.endpoint(prefix.group(1), prefix.group(2));
        }
        return last.filter(endpoint -> !records.containsKey(endpoint)
                        && !endpoint.equals(Addresses.plain(listener.address()))
                        && !endpoint.equals(Addresses.plain(listener.server())))
                .isPresent();
    }

    private void add(Message message, KeyRange range) {
        received.use(range.from(), range.to());
        surplus.add(delivered(message, Outcome.SURPLUS, range));
    }
}
