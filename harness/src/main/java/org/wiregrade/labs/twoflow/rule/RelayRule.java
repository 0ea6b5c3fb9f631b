package org.wiregrade.labs.twoflow.rule;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.wiregrade.labs.evidence.Quote;
import org.wiregrade.testbed.Arrival;
import org.wiregrade.testbed.CheckFailure;

/** What is sent on each way through a relay comes out at its end and nowhere else: the same bytes, at once. */
public record RelayRule(List<Way> ways) {
    /** So many bytes are enough to know where something came out. */
    private static final int SAMPLE = 30;

    private static final int SHOWN = 6;

    /** As a byte it is what read says of the end, -1. */
    private static final char END_AS_BYTE = 0xFF;

    /** What a relay puts in the place of bytes that are no UTF-8: U+FFFD, one byte of a character each. */
    private static final String REPLACEMENT = "\u00EF\u00BF\u00BD";

    public RelayRule {
        ways = List.copyOf(ways);
    }

    /** Why something did not come out where it should: where it did, or what came instead. */
    public CheckFailure misdelivered(Way way, String text, String cameInstead) {
        String expected = TwoFlowWords.say("relay.expected", way.words(), way.receiver());
        Optional<Way> elsewhere =
                ways.stream().filter(other -> hasStrayed(way, other, text)).findFirst();
        if (elsewhere.isPresent()) {
            Way other = elsewhere.get();
            return new CheckFailure(expected, place(way, other, text), TwoFlowWords.hint("relay.elsewhere"));
        }
        return cameInstead.isEmpty()
                ? TwoFlowWords.failure(expected, "relay.nothing")
                : TwoFlowWords.failure(expected, "relay.other", shown(text), shown(cameInstead));
    }

    private static boolean hasStrayed(Way way, Way other, String text) {
        return !other.equals(way)
                && other.came().bytes().contains(text)
                && !other.sent().bytes().contains(text);
    }

    private static String place(Way way, Way other, String text) {
        int at = other.came().bytes().indexOf(text);
        String note = other.came().where().note(at, at + text.length());
        return way.isBack(other)
                ? TwoFlowWords.say("relay.back.got", note)
                : TwoFlowWords.say(
                        "relay.astray.got", other.receiver(), other.flow().words(), note);
    }

    /** Something that came where it should came there once. */
    public void requireOnce(Way way, String text) {
        if (way.came().bytes().indexOf(text) != way.came().bytes().lastIndexOf(text)) {
            throw TwoFlowWords.failure(onlyThere(way), "relay.repeated");
        }
    }

    /** Something that came where it should came to nobody else. */
    public void requireNowhereElse(Way way, String text) {
        for (Way other : ways) {
            if (hasStrayed(way, other, text)) {
                String got = TwoFlowWords.say("relay.as-well.got", place(way, other, text));
                throw new CheckFailure(onlyThere(way), got, TwoFlowWords.hint("relay.as-well"));
            }
        }
    }

    private static String onlyThere(Way way) {
        return TwoFlowWords.say("relay.only.expected", way.words(), way.receiver());
    }

    /** The beginning of what was sent on a way. */
    public static String sample(Way way) {
        return way.sent().bytesFrom(0, SAMPLE);
    }

    /** All that ever came on a way is all that was sent on it. */
    public void requireSameBytes(Way way) {
        String sent = way.sent().bytes();
        String came = way.came().bytes();
        int at = mismatch(sent, came);
        if (at < 0 || (at == came.length() && at >= way.due())) {
            return;
        }
        String sample = sample(way);
        boolean strayed = !came.contains(sample) && ways.stream().anyMatch(other -> hasStrayed(way, other, sample));
        if (came.isEmpty() || strayed) {
            throw misdelivered(way, sample, came);
        }
        String expected = TwoFlowWords.say("relay.bytes.expected", way.words(), way.receiver());
        if (at == came.length()) {
            String mistake = at > 0 && sent.charAt(at) == END_AS_BYTE ? "relay.end-as-byte" : "relay.part";
            throw TwoFlowWords.failure(expected, mistake, way.came().where().note(at - 1, at));
        }
        if (at == sent.length() || (!isDecoded(sent, came, at) && came.length() > sent.length())) {
            throw TwoFlowWords.failure(
                    expected, "relay.extra", way.came().where().note(at, at + 1));
        }
        String mistake = isDecoded(sent, came, at) ? "relay.decoded" : "relay.changed";
        throw TwoFlowWords.failure(expected, isMixed(way, at) ? "relay.mixed" : mistake, bytesAt(way, at));
    }

    /** Whether what came in the place of a byte was sent on another way, and not on this one. */
    private boolean isMixed(Way way, int at) {
        String foreign = way.came().bytesFrom(at, SAMPLE);
        return foreign.length() == SAMPLE
                && !way.sent().bytes().contains(foreign)
                && ways.stream().anyMatch(other -> other.sent().bytes().contains(foreign));
    }

    private static int mismatch(String sent, String came) {
        int length = Math.min(sent.length(), came.length());
        for (int at = 0; at < length; at++) {
            if (sent.charAt(at) != came.charAt(at)) {
                return at;
            }
        }
        return sent.length() == came.length() ? -1 : length;
    }

    private static boolean isDecoded(String sent, String came, int at) {
        return sent.charAt(at) >= 0x80 && (came.startsWith(REPLACEMENT, at) || came.charAt(at) == '?');
    }

    /** Both sides from a byte on, in the same form. */
    private static String bytesAt(Way way, int at) {
        String sent = way.sent().bytesFrom(at, SHOWN);
        String came = way.came().bytesFrom(at, SHOWN);
        boolean text = (sent + came).chars().allMatch(letter -> letter >= ' ' && letter < 0x7F);
        return TwoFlowWords.say(
                "relay.pair",
                text ? shown(sent) : hex(sent),
                way.sent().where().note(at, at + 1),
                text ? shown(came) : hex(came),
                way.came().where().note(at, at + 1));
    }

    private static String shown(String bytes) {
        return Quote.bytes(raw(bytes));
    }

    private static String hex(String bytes) {
        return TwoFlowWords.say("relay.hex", HexFormat.ofDelimiter(" ").formatHex(raw(bytes)));
    }

    private static byte[] raw(String bytes) {
        return bytes.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    /**
     * Chunks are handed on as they came, not held until a newline or a full buffer.
     *
     * @param fromNs from when on the relay knew both clients, and had handed on what had come before
     */
    public void requireAtOnce(Way way, long fromNs) {
        List<Integer> wanted = way.sent().list().stream()
                .filter(arrival -> arrival.timeNs() >= fromNs && arrival.offset() > 0)
                .map(Arrival::offset)
                .toList();
        TreeSet<Integer> actual =
                way.came().list().stream().map(Arrival::offset).collect(Collectors.toCollection(TreeSet::new));
        long seen = wanted.stream().filter(actual::contains).count();
        if (wanted.size() > 1 && seen < wanted.size() * Tolerance.RELAYED_BORDERS) {
            Arrival largest = way.came().list().stream()
                    .max((one, other) -> Integer.compare(one.length(), other.length()))
                    .orElseThrow();
            boolean lines = way.came().list().stream()
                    .allMatch(arrival -> way.came().bytes().charAt(arrival.end() - 1) == '\n');
            String note = TwoFlowWords.say(
                    "relay.held.note",
                    seen,
                    wanted.size(),
                    way.came().where().shows(largest.offset(), largest.end()),
                    largest.length());
            throw heldBack(way, lines ? "relay.held.newline" : "relay.held.more", note);
        }
    }

    /** A relay that handed on each chunk, but never at once. */
    public static CheckFailure late(Way way, int chunks, long leastMs) {
        return TwoFlowWords.failure(
                TwoFlowWords.say("relay.at-once.expected", way.words(), way.receiver()), "relay.late", chunks, leastMs);
    }

    /** A relay that did not hand on a chunk before the next one came. */
    public static CheckFailure heldBack(Way way, String mistake, String note) {
        return TwoFlowWords.failure(
                TwoFlowWords.say("relay.at-once.expected", way.words(), way.receiver()), mistake, note);
    }
}
