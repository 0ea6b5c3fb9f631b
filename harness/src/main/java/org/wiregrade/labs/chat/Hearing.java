package org.wiregrade.labs.chat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wiregrade.labs.chat.Delivery.Outcome;
import org.wiregrade.labs.chat.HeardText.KeyRange;
import org.wiregrade.labs.evidence.Addresses;
import org.wiregrade.wire.Endpoint;
import org.wiregrade.wire.TcpStream;

/** What one client heard, and from whom: finds in the bytes sent to it what the others said, in whatever pieces it came. */
final class Hearing {
    private static final Pattern PREFIX = Pattern.compile("\\[([0-9A-Fa-f:.]{2,45}):(\\d{1,5})] ");
    private static final long CLOCK_SLACK_NS = 50_000_000;

    private final TcpStream listener;
    private final HeardText heard;
    private final Map<Endpoint, List<KeyRange>> records = new HashMap<>();
    private final Map<Said, Delivery> found = new HashMap<>();
    private final List<Surplus> surplus = new ArrayList<>();

    /** Something sent to a client that nobody said just then: an echo, or the same once more. */
    record Surplus(Said said, TcpStream to, int frame, String seen) {}

    private Hearing(TcpStream listener) {
        this.listener = listener;
        heard = new HeardText(listener.toClient());
    }

    /** Compares what a client was sent with what was said, in the order of the capture. */
    static Hearing of(TcpStream listener, Presence presence, List<Said> all) {
        Hearing hearing = new Hearing(listener);
        Collection<List<Said>> bySpeaker = all.stream()
                .collect(Collectors.groupingBy(said -> said.stream().index()))
                .values();
        hearing.splitRecords(bySpeaker);
        for (List<Said> speech : bySpeaker) {
            if (!speech.get(0).isFrom(listener)) {
                hearing.align(speech, presence);
            }
        }
        for (Said said : all) {
            if (!said.isFrom(listener) && !hearing.found.containsKey(said)) {
                hearing.search(said);
            }
        }
        for (List<Said> speech : bySpeaker) {
            if (speech.get(0).isFrom(listener)) {
                speech.forEach(hearing::findEcho);
            } else {
                hearing.findAgain(speech);
            }
        }
        return hearing;
    }

    /** What became of something that another client said. */
    Delivery delivery(Said said, boolean due) {
        Delivery delivery = found.get(said);
        return delivery == null
                ? new Delivery(said, listener, Outcome.MISSING, due, 0, "")
                : new Delivery(said, listener, delivery.outcome(), due, delivery.frame(), delivery.seen());
    }

    List<Surplus> surplus() {
        return List.copyOf(surplus);
    }

    /** Cuts the bytes at each prefix of a client of this capture. */
    private void splitRecords(Collection<List<Said>> bySpeaker) {
        Set<Endpoint> speakers = bySpeaker.stream()
                .map(speech -> Addresses.plain(speech.get(0).by()))
                .collect(Collectors.toSet());
        Set<String> quoted = bySpeaker.stream()
                .flatMap(List::stream)
                .map(Said::text)
                .filter(text -> PREFIX.matcher(text).find())
                .map(ChatText::key)
                .collect(Collectors.toSet());
        Matcher prefix = PREFIX.matcher(heard.raw());
        Endpoint speaker = null;
        int from = 0;
        int at = 0;
        while (prefix.find(at)) {
            Endpoint next = Addresses.endpoint(prefix.group(1), prefix.group(2)).orElse(null);
            at = prefix.end();
            if (next == null || !speakers.contains(next)) {
                continue;
            }
            int body = heard.keyAt(prefix.end());
            addRecord(speaker, from, heard.keyAt(prefix.start()));
            heard.use(heard.keyAt(prefix.start()), body);
            speaker = next;
            from = body;
            // somebody may say what looks like a prefix, for instance quote another's message
            for (String text : quoted) {
                if (heard.key().startsWith(text, body)) {
                    at = Math.max(at, heard.rawAt(body + text.length()));
                }
            }
        }
        addRecord(speaker, from, heard.key().length());
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
    private void align(List<Said> speech, Presence presence) {
        List<KeyRange> ranges =
                records.getOrDefault(Addresses.plain(speech.get(0).by()), List.of());
        RecordCursor cursor = new RecordCursor(heard, ranges);
        List<Said> due = speech.stream().filter(presence::mustHear).toList();
        due.forEach(said -> put(said, cursor.take(ChatText.key(said.text()))));
        List<Said> possible = speech.stream().filter(presence::mayHear).toList();
        Stream.of(due, possible, speech)
                .flatMap(List::stream)
                .filter(said -> !found.containsKey(said))
                .forEach(said -> put(said, cursor.takeAnywhere(ChatText.key(said.text()))));
    }

    private void put(Said said, Optional<KeyRange> range) {
        range.ifPresent(at -> found.put(said, delivered(said, Outcome.PREFIXED, at)));
    }

    /** Finds words anywhere that are not behind their speaker's prefix. */
    private void search(Said said) {
        String key = ChatText.key(said.text());
        long notBefore = said.timeNs() - CLOCK_SLACK_NS;
        int at = heard.find(key, notBefore, false);
        Outcome outcome = at >= 0 ? Outcome.OTHERWISE : Outcome.CHANGED;
        at = at >= 0 ? at : heard.find(key, notBefore, true);
        if (at >= 0) {
            KeyRange range = new KeyRange(at, at + key.length());
            heard.use(range.from(), range.to());
            found.put(said, delivered(said, outcome, range));
        }
    }

    private Delivery delivered(Said said, Outcome outcome, KeyRange range) {
        String seen = outcome == Outcome.PREFIXED ? "" : heard.before(range.from()) + heard.text(range);
        return new Delivery(
                said, listener, outcome, false, heard.segmentAt(range.from()).frame(), seen);
    }

    /** Finds whole records that repeat what was found already. */
    private void findAgain(List<Said> speech) {
        Map<String, Said> known = new HashMap<>();
        speech.stream().filter(found::containsKey).forEach(said -> known.put(ChatText.key(said.text()), said));
        for (KeyRange range : records.getOrDefault(Addresses.plain(speech.get(0).by()), List.of())) {
            Said said = known.get(heard.key().substring(range.from(), range.to()));
            if (said != null && heard.isUnused(range.from(), range.to())) {
                add(said, range);
            }
        }
    }

    /** Finds the listener's own words, as they were or in other letters. */
    private void findEcho(Said said) {
        String key = ChatText.key(said.text());
        int at = heard.find(key, said.timeNs(), true);
        if (at >= 0 && heard.isWhole(at, at + key.length())) {
            add(said, new KeyRange(at, at + key.length()));
        }
    }

    private void add(Said said, KeyRange range) {
        heard.use(range.from(), range.to());
        int frame = heard.segmentAt(range.from()).frame();
        surplus.add(new Surplus(said, listener, frame, heard.before(range.from()) + heard.text(range)));
    }
}
