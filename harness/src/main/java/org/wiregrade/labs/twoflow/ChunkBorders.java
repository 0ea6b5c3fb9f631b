package org.wiregrade.labs.twoflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.wiregrade.labs.twoflow.RowTrace.Range;
import org.wiregrade.wire.Segment;

/**
 * Where chunks of VoIP rows should begin, and where segments do.
 *
 * @param wanted where a chunk begins: every ten bytes of a row, its newline, and what follows that
 * @param newlines those of them that are a row's newline
 * @param actual where a segment begins, in a row or right behind it
 */
record ChunkBorders(Set<Integer> wanted, Set<Integer> newlines, Set<Integer> actual) {
    static ChunkBorders of(Speech speech, List<Range> units) {
        Set<Integer> wanted = new TreeSet<>();
        Set<Integer> newlines = new TreeSet<>();
        for (Range unit : units) {
            for (int at = unit.from(); at < unit.to(); at += TwoFlowEvidenceLimits.CHUNK) {
                wanted.add(at);
            }
            if (unit.to() < speech.length() && speech.bytes().charAt(unit.to()) == '\n') {
                wanted.add(unit.to());
                newlines.add(unit.to());
            }
        }
        Set<Integer> actual = new TreeSet<>();
        for (Range unit : units) {
            for (Segment segment : speech.segmentsIn(unit.from(), unit.to() + 1)) {
                actual.add((int) segment.offset());
            }
        }
        return new ChunkBorders(wanted, newlines, actual);
    }

    /** The share of wanted borders, the rows' first ones left out, at which a segment begins. */
    double seen(List<Range> units) {
        Set<Integer> inner = new TreeSet<>(wanted);
        units.forEach(unit -> inner.remove(unit.from()));
        return share(inner, actual);
    }

    /** The share of segments that begin where no chunk does. */
    double foreign() {
        return actual.isEmpty() ? 0 : 1 - share(actual, wanted);
    }

    /** The share of newlines in a segment of their own. */
    double loneNewlines() {
        List<Integer> lone = new ArrayList<>(newlines);
        lone.removeIf(at -> !actual.contains(at));
        return newlines.isEmpty() ? 0 : (double) lone.size() / newlines.size();
    }

    private static double share(Set<Integer> of, Set<Integer> in) {
        return of.isEmpty() ? 1 : (double) of.stream().filter(in::contains).count() / of.size();
    }
}
