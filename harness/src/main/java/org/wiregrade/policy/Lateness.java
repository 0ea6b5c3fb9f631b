package org.wiregrade.policy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.wiregrade.policy.Calculation.State;

/**
 * What a time of submission makes of a score.
 *
 * @param left the score after it
 */
record Lateness(State state, long units, int freeDaysUsed, BigFraction left, List<Calculation.Step> steps) {
    static Lateness of(LabPolicy policy, ZoneId zone, Situation situation, BigFraction score, BigFraction outOf) {
        if (situation.due().isEmpty()) {
            return free(State.NEVER_LATE, score);
        }
        if (situation.submitted().isEmpty()) {
            return free(State.NO_TIME, score);
        }
        Instant at = situation.submitted().get();
        Instant due = situation.due().get();
        String when = "Handed in " + Times.text(at, zone) + ", due " + Times.text(due, zone);
        if (!at.isAfter(policy.grace().after(due, zone))) {
            return inTime(policy, zone, at, due, score, when);
        }
        long units = units(policy.late(), zone, due, at);
        when += ": " + counted(units, policy.late().per()) + " late";
        if (situation.cutoff().isPresent() && at.isAfter(situation.cutoff().get())) {
            return new Lateness(
                    State.CLOSED,
                    units,
                    0,
                    BigFraction.ZERO,
                    List.of(
                            line(when, ""),
                            line(
                                    "After " + Times.text(situation.cutoff().get(), zone) + " nothing counts",
                                    taken(score))));
        }
        return policy.late().steps().isEmpty()
                ? deducted(policy.late(), situation, score, outOf, units, when)
                : stepped(policy.late(), zone, due, at, score, units, when);
    }

    private static Lateness free(State state, BigFraction score) {
        return new Lateness(state, 0, 0, score, List.of());
    }

    private static Lateness inTime(
            LabPolicy policy, ZoneId zone, Instant at, Instant due, BigFraction score, String when) {
        var early = policy.early().stream()
                .filter(each -> !at.isAfter(each.before().before(due, zone)))
                .min(Comparator.comparing(each -> each.before().before(due, zone)));
        if (early.isEmpty()) {
            return new Lateness(State.ON_TIME, 0, 0, score, List.of(line(when + ": on time", "")));
        }
        BigFraction left = score.multiply(early.get().credit());
        return new Lateness(
                State.EARLY,
                0,
                0,
                left,
                List.of(
                        line(when + ": early", ""),
                        line(
                                "At least " + early.get().before() + " early: "
                                        + new Amount(early.get().credit(), true),
                                Score.signed(left.subtract(score)))));
    }

    /** Started units from due to the submission. */
    private static long units(LabPolicy.Late late, ZoneId zone, Instant due, Instant at) {
        if (late.per() == LabPolicy.Unit.DAY && late.wallClock()) {
            ZonedDateTime start = due.atZone(zone);
            long days = Math.max(
                    0,
                    ChronoUnit.DAYS.between(start.toLocalDate(), at.atZone(zone).toLocalDate()) - 1);
            while (start.plusDays(days).toInstant().isBefore(at)) {
                days++;
            }
            return days;
        }
        Duration unit = switch (late.per()) {
            case DAY -> Duration.ofHours(24);
            case HOUR -> Duration.ofHours(1);
            case MINUTE -> Duration.ofMinutes(1);
        };
        Duration after = Duration.between(due, at);
        long whole = after.dividedBy(unit);
        return after.equals(unit.multipliedBy(whole)) ? whole : whole + 1;
    }

    private static Lateness deducted(
            LabPolicy.Late late, Situation situation, BigFraction score, BigFraction outOf, long units, String when) {
        List<Calculation.Step> steps = new ArrayList<>(List.of(line(when, "")));
        int mayUse = Math.max(0, Math.min(situation.freeDays(), situation.freeDaysLeft()));
        int used = late.allOrNothing() && units > mayUse ? 0 : (int) Math.min(units, mayUse);
        if (used > 0) {
            steps.add(line(
                    used + (used == 1 ? " free day" : " free days") + " used, " + (situation.freeDaysLeft() - used)
                            + " left",
                    ""));
        }
        long charged = units - used;
        if (charged == 0) {
            return new Lateness(State.FREE, units, used, score, steps);
        }
        BigFraction whole = late.ofEarned() ? score : outOf;
        BigFraction wanted = late.deduct().of(whole).multiply(charged);
        BigFraction most = late.most().multiply(whole);
        BigFraction bounded = Numbers.min(wanted, most);
        BigFraction floor = late.floor().multiply(outOf);
        BigFraction left = Numbers.max(score.subtract(bounded), Numbers.min(score, floor));
        if (late.deduct().number().signum() > 0) {
            String atMost = wanted.compareTo(most) > 0 ? ", at most " + new Amount(late.most(), true) : "";
            steps.add(line(rate(late, charged, outOf) + atMost, taken(bounded)));
        }
        if (left.compareTo(score.subtract(bounded)) > 0) {
            steps.add(line(
                    "No lower than " + new Amount(late.floor(), true) + " of " + Numbers.text(outOf)
                            + ", or than the score where that is less",
                    Numbers.text(left)));
        }
        return new Lateness(State.LATE, units, used, left, steps);
    }

    private static String rate(LabPolicy.Late late, long charged, BigFraction outOf) {
        String of = late.ofEarned() ? "what was earned" : Numbers.text(outOf);
        return counted(charged, late.per()) + " at " + late.deduct()
                + (late.deduct().isShare() ? " of " + of : "");
    }

    private static Lateness stepped(
            LabPolicy.Late late, ZoneId zone, Instant due, Instant at, BigFraction score, long units, String when) {
        var step = late.steps().stream()
                .filter(each -> !at.isAfter(each.within().after(due, zone)))
                .findFirst();
        BigFraction left = step.map(each -> score.multiply(each.credit())).orElse(BigFraction.ZERO);
        String words = step.map(each -> "Within " + each.within() + ": " + new Amount(each.credit(), true))
                .orElse("Later than the last step: nothing");
        return new Lateness(
                State.LATE, units, 0, left, List.of(line(when, ""), line(words, taken(score.subtract(left)))));
    }

    private static String counted(long units, LabPolicy.Unit unit) {
        String word = unit.name().toLowerCase(java.util.Locale.ROOT);
        return units + " " + (units == 1 ? word : word + "s");
    }

    private static String taken(BigFraction points) {
        return points.isZero() ? "0" : "−" + Numbers.text(points);
    }

    private static Calculation.Step line(String words, String points) {
        return new Calculation.Step(words, points, true);
    }
}
