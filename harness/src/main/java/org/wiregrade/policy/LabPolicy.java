package org.wiregrade.policy;

import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * What a lab's results are worth.
 *
 * @param cutoff behind it nothing counts; empty where there is none
 * @param missing what somebody has who handed nothing in; empty leaves the platform's cell alone
 * @param visibility when a check shows more than its title, by check, task or prefix; {@code default} for all others
 * @param published the time at which what is shown {@code after-published} is shown
 * @param pass the share from which on a grade is a pass; shown, and changes nothing
 * @param export what a platform is given, by platform
 */
public record LabPolicy(
        String name,
        Points points,
        Optional<Instant> release,
        Optional<Instant> due,
        Optional<Cutoff> cutoff,
        Span grace,
        List<String> timeFrom,
        List<Early> early,
        Late late,
        Optional<BigFraction> missing,
        Attempts attempts,
        Map<String, Visibility> visibility,
        Optional<Instant> published,
        Unknown unknown,
        boolean holdFlagged,
        Team team,
        Optional<BigFraction> pass,
        Map<String, ExportPolicy> export) {
    public LabPolicy {
        timeFrom = List.copyOf(timeFrom);
        early = List.copyOf(early);
        visibility = Map.copyOf(visibility);
        export = Map.copyOf(export);
    }

    /** What a platform is given, by its name. */
    public ExportPolicy exportTo(String platform) {
        return export.getOrDefault(platform, ExportPolicy.PLAIN);
    }

    /**
     * How checks become a score.
     *
     * @param outOf what all points are scaled to; empty for the lab's own sum
     * @param max the highest grade; empty for {@code outOf}
     * @param roundTo the step of grades, above 0
     */
    public record Points(
            Optional<BigFraction> outOf,
            Map<String, BigFraction> weights,
            Map<String, BigFraction> bonus,
            Optional<BigFraction> max,
            BigFraction min,
            BigFraction roundTo,
            RoundingMode mode) {
        public Points {
            weights = Map.copyOf(weights);
            bonus = Map.copyOf(bonus);
        }
    }

    /** Behind which nothing counts: a time, or how long behind due. */
    public record Cutoff(Optional<Instant> at, Span behindDue) {}

    /** The credit for what is handed in so long before it is due. */
    public record Early(Span before, BigFraction credit) {}

    /** What lateness costs; by default nothing. */
    public record Late(
            Unit per,
            Amount deduct,
            boolean ofEarned,
            BigFraction most,
            BigFraction floor,
            boolean wallClock,
            List<Step> steps,
            int freeDays,
            boolean allOrNothing) {
        public Late {
            steps = List.copyOf(steps);
        }
    }

    /** The credit of what is late by no more than this. */
    public record Step(Span within, BigFraction credit) {}

    /** What is counted when something is late; a started one counts whole. */
    public enum Unit {
        DAY,
        HOUR,
        MINUTE
    }

    /**
     * Which of several submissions counts.
     *
     * @param limit how many are free; 0 for any number
     * @param overLimit what each one more costs, as a share of the possible points; empty where they do not count
     */
    public record Attempts(Counting count, int limit, Optional<Amount> overLimit) {}

    /** The submission that counts. */
    public enum Counting {
        LAST,
        BEST,
        LAST_ON_TIME,
        FIRST
    }

    /** When a check shows more than its title. */
    public enum Visibility {
        ALWAYS,
        AFTER_DUE,
        AFTER_PUBLISHED,
        NEVER
    }

    /** What a check is worth that could not tell. */
    public enum Unknown {
        HOLD,
        FULL,
        ZERO
    }

    /** Who hands in together, and whose free days are used. */
    public record Team(Membership from, Sharing lateDays) {}

    /** Where it is known who hands in together. */
    public enum Membership {
        NONE,
        ROSTER,
        PLATFORM
    }

    /** How many free days a team has: each member's own, those of who has most, or those that all have. */
    public enum Sharing {
        EACH,
        MOST,
        TEAM
    }
}
