package org.wiregrade.testbed;

import java.util.ArrayList;
import java.util.List;

/** The lines that a program printed, by their numbers from 0: the first ones, and the last that fit into a limit. */
final class Lines {
    /** How many lines stand at the start of an excerpt, and how many at its end. */
    private static final int EXCERPT = 40;

    private static final int EXCERPT_WIDTH = 200;
    private static final int LIMIT = 16 << 20;

    /** What a line costs beside its characters, roughly, in bytes. */
    private static final int OVERHEAD = 32;

    private final List<Line> kept = new ArrayList<>();
    private int dropped;
    private long cost;

    void add(Line line) {
        kept.add(line);
        cost += cost(line);
        if (cost > LIMIT) {
            dropOlderHalf();
        }
    }

    private void dropOlderHalf() {
        int end = EXCERPT;
        while (end < kept.size() && cost > LIMIT / 2) {
            cost -= cost(kept.get(end++));
        }
        kept.subList(EXCERPT, end).clear();
        dropped += end - EXCERPT;
    }

    private static int cost(Line line) {
        return line.length() + OVERHEAD;
    }

    /** How many there were, kept or not. */
    int size() {
        return kept.size() + dropped;
    }

    /** Those from a number on that are kept. */
    List<Line> from(int number) {
        int place = number < EXCERPT ? number : Math.max(EXCERPT, number - dropped);
        return kept.subList(Math.min(place, kept.size()), kept.size());
    }

    /** The first and the last, with a word on how many are between them. */
    String excerpt() {
        StringBuilder text = new StringBuilder();
        int left = size() - 2 * EXCERPT;
        for (Line line : kept.subList(0, Math.min(EXCERPT, kept.size()))) {
            append(line, text);
        }
        if (left > 0) {
            text.append("… ").append(left).append(" lines more …\n");
        }
        for (Line line : from(Math.max(EXCERPT, size() - EXCERPT))) {
            append(line, text);
        }
        return text.toString();
    }

    private static void append(Line line, StringBuilder text) {
        text.append(line.text(), 0, Math.min(line.text().length(), EXCERPT_WIDTH))
                .append('\n');
    }
}
