package org.wiregrade.batch;

import java.util.List;
import java.util.Locale;
import org.wiregrade.results.CheckResult;

/**
 * What a rehearsal came to.
 *
 * @param seconds how long it took
 * @param lost for each run that lost a point, the check that did it first
 * @param fewer how many at once got every point where {@code atOnce} did not; 0 where not even one did
 */
public record Rehearsed(String sandbox, int atOnce, double seconds, List<CheckResult> lost, int fewer) {
    /** What comes of a rehearsal in which nothing is run. */
    static final Rehearsed NOTHING = new Rehearsed("", 0, 0, List.of(), 0);

    public Rehearsed {
        lost = List.copyOf(lost);
    }

    public boolean allPoints() {
        return lost.isEmpty();
    }

    /** Such as {@code 8 at once, all points, 1.1 s}; else what was lost, and what this machine lacks. */
    public String words() {
        String time = String.format(Locale.ROOT, "%.1f s", seconds);
        if (allPoints()) {
            return atOnce + " at once, all points, " + time;
        }
        CheckResult first = lost.get(0);
        return String.format(
                "%s of the reference, which is right, lost points, %d at once in the %s sandbox, %s; first %s: %s. %s%s",
                lost.size() == atOnce ? "every run" : lost.size() + " of " + atOnce + " runs",
                atOnce,
                sandbox,
                time,
                first.id(),
                oneLine(first.got()),
                Lack.of(first, fewer > 0).sentence(),
                fewer > 0 ? " With --jobs " + fewer + " every point was got." : "");
    }

    /** Words of a check as part of a sentence. */
    static String oneLine(String words) {
        return words.strip().replaceAll("[.\\s]+$", "").replaceAll("\\s+", " ");
    }
}
