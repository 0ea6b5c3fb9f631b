package org.wiregrade.policy;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/** Computes a person's grade of one lab, in one pass from the result, with exact numbers that are rounded once. */
public final class Calculator {
    private final LabPolicy policy;
    private final ZoneId zone;

    public Calculator(LabPolicy policy, ZoneId zone) {
        this.policy = policy;
        this.zone = zone;
    }

    public Calculation calculate(Situation situation) {
        return situation.result().isPresent() ? graded(situation) : missing(situation);
    }

    private Calculation missing(Situation situation) {
        var outcome = new Outcome(situation);
        BigFraction outOf = policy.points().outOf().orElse(BigFraction.ZERO);
        outcome.add("Nothing was handed in", policy.missing().map(Numbers::text).orElse("no grade"));
        BigFraction added = situation.overrides().stream()
                .flatMap(override -> override.add().stream())
                .reduce(BigFraction.ZERO, BigFraction::add);
        return outcome.finish(
                Calculation.State.MISSING,
                BigFraction.ZERO,
                outOf,
                0,
                0,
                BigFraction.ZERO,
                added.isZero()
                        ? policy.missing()
                        : Optional.of(policy.missing().orElse(BigFraction.ZERO).add(added)));
    }

    private Calculation graded(Situation situation) {
        var outcome = new Outcome(situation);
        Score score = Score.of(policy, zone, situation.result().orElseThrow(), situation.overrides());
        outcome.take(score);
        BigFraction points = score.points();
        if (situation.tooMany() > 0 && policy.attempts().overLimit().isPresent()) {
            BigFraction cost =
                    policy.attempts().overLimit().get().of(score.outOf()).multiply(situation.tooMany());
            points = Numbers.max(points.subtract(cost), Numbers.min(points, BigFraction.ZERO));
            outcome.add(
                    situation.tooMany() + " more than " + policy.attempts().limit() + " submissions",
                    Score.signed(cost.negate()));
        }
        Lateness lateness = Lateness.of(policy, zone, situation, points, score.outOf());
        lateness.steps().forEach(outcome.steps::add);
        if (lateness.state() == Calculation.State.NO_TIME) {
            outcome.held.add("nothing says when it was handed in, so nobody knows whether it is late");
        }
        return outcome.finish(
                lateness.state(),
                score.points(),
                score.outOf(),
                lateness.units(),
                lateness.freeDaysUsed(),
                points.subtract(lateness.left()),
                Optional.of(lateness.left()));
    }

    /** What has come of it so far. */
    private final class Outcome {
        private final Situation situation;
        private final List<Calculation.Step> steps = new ArrayList<>();
        private final List<String> held;
        private final List<String> differences = new ArrayList<>();

        Outcome(Situation situation) {
            this.situation = situation;
            held = new ArrayList<>(situation.doubts());
            situation.remarks().forEach(remark -> steps.add(new Calculation.Step(remark, "", false)));
        }

        void add(String words, String points) {
            steps.add(new Calculation.Step(words, points, true));
        }

        void take(Score score) {
            steps.addAll(score.steps());
            held.addAll(score.held());
            differences.addAll(score.differences());
        }

        Calculation finish(
                Calculation.State state,
                BigFraction score,
                BigFraction outOf,
                long units,
                int freeDaysUsed,
                BigFraction deducted,
                Optional<BigFraction> left) {
            boolean excused = isExcused();
            Optional<BigFraction> exact = overridden(left);
            Optional<BigFraction> early = isFinal(state) ? exact : left.map(deducted::add);
            Optional<BigDecimal> grade = grade(exact, outOf);
            held.forEach(why -> steps.add(new Calculation.Step("Held: " + why, "", false)));
            int used = excused ? 0 : freeDaysUsed;
            return new Calculation(
                    situation.who(),
                    policy.name(),
                    situation.submission(),
                    situation.due(),
                    excused ? Calculation.State.EXCUSED : state,
                    outOf,
                    score,
                    units,
                    used,
                    situation.freeDaysLeft() - used,
                    deducted,
                    grade,
                    early.map(points -> rounded(bounded(points, outOf))),
                    excused,
                    held,
                    grade.flatMap(each ->
                            policy.pass().map(share -> Numbers.of(each).compareTo(share.multiply(outOf)) >= 0)),
                    steps,
                    differences);
        }

        /** The points as people have set them, where they have; what they say otherwise than was computed is kept. */
        private Optional<BigFraction> overridden(Optional<BigFraction> computed) {
            Optional<BigFraction> exact = computed;
            for (GradeOverride override : situation.overrides()) {
                String was = exact.map(this::rounded).map(Numbers::plain).orElse("no grade");
                if (override.add().isPresent()) {
                    differences.add(Score.difference(
                            override, zone, Score.signed(override.add().get()), "added", false));
                }
                if (override.total().isPresent()) {
                    String set = Numbers.text(override.total().get());
                    differences.add(Score.difference(override, zone, set, "computed " + was, was.equals(set)));
                    exact = override.total();
                    add("Set by a person", set);
                    held.clear();
                }
                if (override.excused()) {
                    differences.add(Score.difference(override, zone, "excused", "computed " + was, false));
                }
            }
            if (isExcused()) {
                add("Excused", "");
                held.clear();
                return Optional.empty();
            }
            return exact;
        }

        /** Whether lateness has no part in the grade, or is no deduction. */
        private boolean isFinal(Calculation.State state) {
            return isExcused()
                    || state == Calculation.State.CLOSED
                    || situation.overrides().stream()
                            .anyMatch(override -> override.total().isPresent());
        }

        private boolean isExcused() {
            return situation.overrides().stream().anyMatch(GradeOverride::excused);
        }

        private Optional<BigDecimal> grade(Optional<BigFraction> exact, BigFraction outOf) {
            Optional<BigDecimal> grade =
                    exact.map(points -> bounded(points, outOf)).map(this::rounded);
            String title = "Grade" + (outOf.isZero() ? "" : ", of " + Numbers.text(outOf));
            grade.ifPresent(each -> add(title, Numbers.plain(each)));
            return grade;
        }

        private BigFraction bounded(BigFraction points, BigFraction outOf) {
            BigFraction low = Numbers.max(points, policy.points().min());
            return policy.points()
                    .max()
                    .or(() -> outOf.isZero() ? Optional.empty() : Optional.of(outOf))
                    .map(most -> Numbers.min(low, most))
                    .orElse(low);
        }

        private BigDecimal rounded(BigFraction points) {
            BigFraction step = policy.points().roundTo();
            BigDecimal steps =
                    points.divide(step).bigDecimalValue(0, policy.points().mode());
            BigFraction exact = step.multiply(steps.toBigIntegerExact());
            return exact.bigDecimalValue(12, java.math.RoundingMode.UNNECESSARY).stripTrailingZeros();
        }
    }
}
