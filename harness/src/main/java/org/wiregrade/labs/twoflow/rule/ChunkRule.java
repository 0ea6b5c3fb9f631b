package org.wiregrade.labs.twoflow.rule;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.wiregrade.labs.evidence.Quote;
import org.wiregrade.testbed.Arrival;
import org.wiregrade.testbed.CheckFailure;

/** VoIP rows come in chunks of ten bytes, the last one with what remains, and then a newline by itself. */
public final class ChunkRule {
    /** So many cuts at every second chunk's end, and none at another, happen by accident about once in 256 late runs. */
    private static final int CUTS_BY_DESIGN = 8;

    private final Arrivals sent;
    private final List<Line> rows;
    private final Tolerance tolerance;
    private final ChunkBorders borders;

    /**
     * The chunks of rows.
     *
     * @param rows those that can be judged; a row that came with bytes missing or added has no borders to speak of
     */
    public ChunkRule(Arrivals sent, List<Line> rows, Tolerance tolerance) {
        this.sent = sent;
        this.rows = List.copyOf(rows);
        this.tolerance = tolerance;
        borders = ChunkBorders.of(sent, rows);
    }

    /** Where rows are cut; says what they came in. */
    public String requireChunks() {
        String expected = TwoFlowWords.say("chunks.expected", sent.sender());
        requireApart(expected);
        if (borders.areElsewhere(tolerance)) {
            List<Line> elsewhere = rows.stream().filter(borders::isCutElsewhere).toList();
            boolean lettersOnly =
                    rows.stream().anyMatch(this::isAscii) && elsewhere.stream().noneMatch(this::isAscii);
            throw lettersOnly ? characters(expected, elsewhere.get(0)) : otherSize(expected);
        }
        boolean joined =
                borders.areJoined(tolerance) && (usualSize() != Assignment.CHUNK || !tolerance.joinsByItself());
        if (joined && (tolerance.tellsJoined() || areAllOf(usualSize()))) {
            throw otherSize(expected);
        }
        var places = new ChunkPlaces(sent, rows, tolerance.samePlace());
        Optional<String> place = places.inMostRows(places::isJoined);
        if (tolerance.tellsJoined() && place.isPresent()) {
            throw TwoFlowWords.failure(expected, "chunks.same-place", place.get(), sent.note(rows.get(0)));
        }
        return sent.sizes(tolerance.noun()) + ".";
    }

    /** Fails where nothing can be told of chunks: no row came as it is, or most came at once. */
    void requireApart(String expected) {
        if (rows.isEmpty()) {
            throw TwoFlowWords.failure(expected, "chunks.none");
        }
        List<Line> atOnce = rows.stream().filter(this::cameAtOnce).toList();
        if (2 * atOnce.size() > rows.size()) {
            Line row = atOnce.get(0);
            throw TwoFlowWords.failure(expected, "chunks.at-once", row.length(), row.name(), sent.note(row));
        }
    }

    private boolean cameAtOnce(Line row) {
        if (!tolerance.tellsJoined()) {
            return false;
        }
        Arrival first = sent.at(row.from());
        Arrival last = sent.at(row.to() - 1);
        double pausesNs = (Assignment.chunks(row.length()) - 1) * Assignment.CHUNK_PAUSE_MS * 1e6;
        return row.length() > 2 * Assignment.CHUNK
                && (first.equals(last) || last.timeNs() - first.timeNs() < tolerance.atOnce() * pausesNs);
    }

    /** Whether rows are cut at multiples of a size and nowhere else, more often than late reads would do by accident. */
    private boolean areAllOf(int size) {
        int cuts = 0;
        for (Line row : rows) {
            for (Arrival arrival : sent.beginningIn(row.from() + 1, row.to())) {
                if ((arrival.offset() - row.from()) % size != 0) {
                    return false;
                }
                cuts++;
            }
        }
        return cuts >= CUTS_BY_DESIGN;
    }

    private boolean isAscii(Line row) {
        return sent.bytes().substring(row.from(), row.to()).chars().allMatch(value -> value < 0x80);
    }

    private CheckFailure characters(String expected, Line row) {
        return TwoFlowWords.failure(
                expected, "chunks.characters", row.name(), sent.quote(row.from(), row.to()), sent.note(row));
    }

    /** The cause, where most chunks have one size. */
    private CheckFailure otherSize(String expected) {
        int usual = usualSize();
        Line row = rows.get(0);
        if (usual != Assignment.CHUNK
                && 2 * sizes().get(usual)
                        > sizes().values().stream().mapToInt(n -> n).sum()) {
            return TwoFlowWords.failure(expected, "chunks.size", usual, sent.note(row));
        }
        return TwoFlowWords.failure(expected, "chunks.joined", sent.sizes(tolerance.noun()), sent.note(row));
    }

    /** The size that most arrivals have, in bytes. */
    int usualSize() {
        return sizes().entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(0);
    }

    /** How many arrivals of each size there were within the rows. */
    private Map<Integer, Integer> sizes() {
        Map<Integer, Integer> counts = new TreeMap<>();
        for (Line row : rows) {
            for (Arrival arrival : sent.touching(row.from(), row.to())) {
                int size = Math.min(arrival.end(), row.to()) - Math.max(arrival.offset(), row.from());
                counts.merge(size, 1, Integer::sum);
            }
        }
        return counts;
    }

    /** What stands behind rows, and that it came by itself. */
    public void requireNewlines() {
        String expected = TwoFlowWords.say("newlines.expected", sent.sender());
        if (rows.isEmpty()) {
            throw TwoFlowWords.failure(expected, "chunks.none");
        }
        for (Line row : rows) {
            String behind = sent.lineEndsAt(row.to());
            boolean cutOff = tolerance == Tolerance.CAPTURED && rows.size() > 1 && row.to() == sent.length();
            if (behind.isEmpty() && !cutOff) {
                throw TwoFlowWords.failure(expected, "newlines.missing", row.name(), sent.note(row));
            }
            if (!behind.isEmpty() && !behind.equals("\n")) {
                String shown = behind.replace("\r", "\\r").replace("\n", "\\n");
                throw TwoFlowWords.failure(
                        expected,
                        behind.contains("\r") ? "newlines.carriage-return" : "newlines.other",
                        row.name(),
                        sent.note(row),
                        Quote.text(shown));
            }
        }
        List<Line> joined = rows.stream()
                .filter(row -> row.to() < sent.length() && sent.at(row.to()).offset() != row.to())
                .toList();
        if (tolerance.tellsJoined() && rows.size() > 1 && joined.size() > (1 - Tolerance.LONE_NEWLINES) * rows.size()) {
            Line row = joined.get(0);
            throw TwoFlowWords.failure(
                    expected, "newlines.joined", row.name(), sent.where().note(row.to(), row.to() + 1));
        }
    }

    /** Each chat row in one arrival, or in few, and where it was sent here, in none together with another. */
    public String requireFew() {
        String expected = TwoFlowWords.say("chat-segments.expected", sent.sender());
        for (Line row : rows) {
            int segments = sent.beginningIn(row.from(), row.to()).size();
            if (segments > tolerance.chatRowSegments()) {
                throw TwoFlowWords.failure(expected, "chat-segments.many", row.name(), segments, sent.note(row));
            }
        }
        List<Line> together = rows.stream()
                .skip(1)
                .filter(row -> sent.at(row.from()).offset() < row.from())
                .toList();
        if (tolerance.tellsTogether() && 2 * together.size() >= rows.size()) {
            Line row = together.get(0);
            throw TwoFlowWords.failure(expected, "chat-segments.together", row.name(), sent.note(row));
        }
        if (rows.isEmpty()) {
            throw TwoFlowWords.failure(expected, "chat-segments.none");
        }
        return Quote.count(rows.size(), "row") + " in "
                + Quote.count(sent.list().size(), tolerance.noun()) + ".";
    }
}
