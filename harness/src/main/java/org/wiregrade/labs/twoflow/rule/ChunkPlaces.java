package org.wiregrade.labs.twoflow.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/**
 * The places where chunks begin, row by row: what is seen at the same place in each of several rows is no accident of a machine.
 *
 * @param rows those that came as they are
 * @param share how many of them it takes
 */
record ChunkPlaces(Arrivals sent, List<Line> rows, double share) {
    /** In so many rows the same is no accident. */
    private static final int LEAST_ROWS = 3;

    ChunkPlaces {
        rows = List.copyOf(rows);
    }

    /** Whether what brought the byte before a place brought that of the place, too. */
    boolean isJoined(int at) {
        return sent.at(at).offset() < at;
    }

    /** The time from the arrival in front of a place to the one that begins there, in ms. */
    double pauseMs(int at) {
        return (sent.at(at).timeNs() - sent.at(at - 1).timeNs()) / 1e6;
    }

    /** What to call the place, counted from either end of a row, at which in enough rows a chunk begins as is asked. */
    Optional<String> inMostRows(IntPredicate asked) {
        if (rows.size() < LEAST_ROWS) {
            return Optional.empty();
        }
        List<List<Integer>> places = rows.stream().map(ChunkPlaces::within).toList();
        int shared = places.stream().mapToInt(List::size).min().orElse(0);
        for (int i = 0; i < shared; i++) {
            int index = i;
            if (isEnough(places.stream().filter(row -> asked.test(row.get(row.size() - 1 - index))))) {
                return Optional.of(
                        i == 0 ? TwoFlowWords.say("place.last") : TwoFlowWords.say("place.from-end", index + 1));
            }
            if (isEnough(places.stream().filter(row -> asked.test(row.get(index))))) {
                return Optional.of(TwoFlowWords.say("place.chunk", index + 2));
            }
        }
        return Optional.empty();
    }

    /** Whether the newlines of enough rows are as is asked. */
    boolean newlinesOfMostRows(IntPredicate asked) {
        return isEnough(rows.stream().filter(row -> !sent.lineEndsAt(row.to()).isEmpty() && asked.test(row.to())));
    }

    private boolean isEnough(Stream<?> those) {
        return those.count() >= Math.max(LEAST_ROWS, share * rows.size());
    }

    private static List<Integer> within(Line row) {
        List<Integer> places = new ArrayList<>();
        for (int at = row.from() + Assignment.CHUNK; at < row.to(); at += Assignment.CHUNK) {
            places.add(at);
        }
        return places;
    }
}
