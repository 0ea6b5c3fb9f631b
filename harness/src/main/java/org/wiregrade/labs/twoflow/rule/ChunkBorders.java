package org.wiregrade.labs.twoflow.rule;

import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.wiregrade.testbed.Arrival;

/**
 * Where chunks of VoIP rows should begin, and where arrivals do; rows' first bytes are left out.
 *
 * <p>An arrival that is read late is joined with the next, never cut: each border of a right sender's arrivals is one of its
 * chunks, but not each chunk's border is seen.
 *
 * @param wanted how many there should be: every tenth byte of a row, and its newline
 * @param seen at how many of them an arrival begins
 * @param foreign where one begins and no chunk should
 */
record ChunkBorders(int wanted, int seen, NavigableSet<Integer> foreign) {
    static ChunkBorders of(Arrivals sent, List<Line> rows) {
        int wanted = 0;
        int seen = 0;
        NavigableSet<Integer> foreign = new TreeSet<>();
        for (Line row : rows) {
            boolean newline = !sent.lineEndsAt(row.to()).isEmpty();
            wanted += Assignment.chunks(row.length()) - (newline ? 0 : 1);
            for (Arrival arrival : sent.beginningIn(row.from() + 1, newline ? row.to() + 1 : row.to())) {
                boolean right = arrival.offset() == row.to() || (arrival.offset() - row.from()) % Assignment.CHUNK == 0;
                seen += right ? 1 : 0;
                if (!right) {
                    foreign.add(arrival.offset());
                }
            }
        }
        return new ChunkBorders(wanted, seen, foreign);
    }

    /** Whether too many were joined with the one before. */
    boolean areJoined(Tolerance tolerance) {
        return seen < tolerance.seenBorders() * wanted;
    }

    /** Whether arrivals begin elsewhere more often than by accident. */
    boolean areElsewhere(Tolerance tolerance) {
        return foreign.size() > tolerance.foreignBorders() * wanted;
    }

    boolean isCutElsewhere(Line row) {
        Integer next = foreign.higher(row.from());
        return next != null && next < row.to();
    }
}
