package org.wiregrade.policy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * A person's grade, with every step to it.
 *
 * @param submission the name of the result that counts; empty where there is none
 * @param due this person's
 * @param score before lateness, on the scale of {@code outOf}
 * @param units how many days, hours or minutes it is late
 * @param deducted what lateness cost
 * @param computed the grade that follows from the rules, rounded; empty where none is to be given
 * @param beforeLateness the same where nothing was late, for platforms that take off for lateness themselves
 * @param held why a person has to decide; empty where the grade stands
 * @param differences overrides, each with what it stands in place of
 */
public record Calculation(
        String who,
        String lab,
        String submission,
        Optional<Instant> due,
        State state,
        BigFraction outOf,
        BigFraction score,
        long units,
        int freeDaysUsed,
        int freeDaysLeft,
        BigFraction deducted,
        Optional<BigDecimal> computed,
        Optional<BigDecimal> beforeLateness,
        boolean excused,
        List<String> held,
        Optional<Boolean> passed,
        List<Step> steps,
        List<String> differences) {
    public Calculation {
        held = List.copyOf(held);
        steps = List.copyOf(steps);
        differences = List.copyOf(differences);
    }

    /** When it was handed in. */
    public enum State {
        EXCUSED("excused"),
        MISSING("missing"),
        NO_TIME("time not known"),
        NEVER_LATE("no due date"),
        EARLY("early"),
        ON_TIME("on time"),
        FREE("late, free"),
        LATE("late"),
        CLOSED("after the cutoff");

        private final String words;

        State(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /**
     * A line of the calculation.
     *
     * @param points what it adds, takes or comes to; may be empty
     * @param forStudent whether it may stand on the student's page
     */
    public record Step(String words, String points, boolean forStudent) {}

    /** The grade; empty where it is held back, or where none is to be given. */
    public Optional<BigDecimal> grade() {
        return held.isEmpty() ? computed : Optional.empty();
    }

    /** The grade without what lateness cost; empty where there is no grade. */
    public Optional<BigDecimal> gradeBeforeLateness() {
        return held.isEmpty() ? beforeLateness : Optional.empty();
    }

    /** The grade as text: a number, or a word for why there is none. */
    public String shown() {
        if (!held.isEmpty()) {
            return "held";
        }
        return computed.map(Numbers::plain).orElse(excused ? "excused" : "");
    }

    public String outOfText() {
        return Numbers.text(outOf);
    }

    public String scoreText() {
        return Numbers.text(score);
    }

    public String deductedText() {
        return Numbers.text(deducted);
    }

    /** The lines that the student may read. */
    public List<Step> stepsForStudent() {
        return steps.stream().filter(Step::forStudent).toList();
    }
}
