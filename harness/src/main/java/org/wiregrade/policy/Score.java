package org.wiregrade.policy;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.numbers.fraction.BigFraction;
import org.wiregrade.results.CheckResult;
import org.wiregrade.results.Result;
import org.wiregrade.results.Verdict;

/**
 * What a result's checks come to, before attempts and lateness.
 *
 * @param points on the scale of {@code outOf}
 */
record Score(
        BigFraction points,
        BigFraction outOf,
        List<Calculation.Step> steps,
        List<String> held,
        List<String> differences) {
    static Score of(LabPolicy policy, ZoneId zone, Result result, List<GradeOverride> overrides) {
        var adding = new Adding(policy, zone, overrides);
        result.checks().forEach(adding::add);
        return adding.score(result);
    }

    /** Adds a result's checks up. */
    private static final class Adding {
        private final LabPolicy policy;
        private final ZoneId zone;
        private final Map<String, GradeOverride> byCheck = new TreeMap<>();
        private final List<Calculation.Step> steps = new ArrayList<>();
        private final List<String> held = new ArrayList<>();
        private final List<String> differences = new ArrayList<>();
        private BigFraction earned = BigFraction.ZERO;
        private BigFraction possible = BigFraction.ZERO;
        private BigFraction bonus = BigFraction.ZERO;
        private BigFraction added = BigFraction.ZERO;

        Adding(LabPolicy policy, ZoneId zone, List<GradeOverride> overrides) {
            this.policy = policy;
            this.zone = zone;
            for (GradeOverride each : overrides) {
                each.check().ifPresent(check -> byCheck.put(check, each));
                each.add().ifPresent(add -> added = added.add(add));
            }
        }

        void add(CheckResult check) {
            BigFraction weight = ByCheck.value(policy.points().weights(), policy.name(), check)
                    .orElse(BigFraction.ONE);
            BigFraction got = got(check, weight);
            earned = earned.add(got.multiply(weight));
            possible = possible.add(weight.multiply(check.points()));
            if (!weight.isOne() && check.points() > 0) {
                steps.add(inner(
                        "  " + check.id() + ": " + Numbers.text(got) + " of " + check.points() + ", times "
                                + Numbers.text(weight),
                        Numbers.text(got.multiply(weight))));
            }
            Optional<BigFraction> extra =
                    Optional.ofNullable(policy.points().bonus().get(check.id()));
            if (extra.isPresent() && check.points() > 0 && !got.isZero()) {
                BigFraction part = extra.get().multiply(got).divide(check.points());
                bonus = bonus.add(part);
                steps.add(inner("  " + check.id() + ": bonus", "+" + Numbers.text(part)));
            }
        }

        private BigFraction got(CheckResult check, BigFraction weight) {
            GradeOverride override = byCheck.remove(check.id());
            if (override != null) {
                BigFraction set = override.points().orElseThrow();
                differences.add(difference(
                        override,
                        zone,
                        check.id() + " " + Numbers.text(set),
                        "graded " + words(check),
                        check.verdict() != Verdict.BROKEN && set.equals(BigFraction.of(check.earned()))));
                steps.add(new Calculation.Step(
                        "  " + check.id() + ": set to " + Numbers.text(set) + " of " + check.points() + " by a person",
                        "",
                        true));
                return set;
            }
            if (check.verdict() != Verdict.BROKEN) {
                return BigFraction.of(check.earned());
            }
            return unknown(check, weight);
        }

        private BigFraction unknown(CheckResult check, BigFraction weight) {
            boolean counts = !weight.isZero() || policy.points().bonus().containsKey(check.id());
            boolean full = policy.unknown() == LabPolicy.Unknown.FULL;
            if (policy.unknown() == LabPolicy.Unknown.HOLD && counts) {
                held.add(check.id() + " could not tell");
            } else if (counts) {
                steps.add(inner("  " + check.id() + ": could not tell, so " + (full ? "all" : "no") + " points", ""));
            }
            return BigFraction.of(full ? check.points() : 0);
        }

        private static String words(CheckResult check) {
            return check.verdict() == Verdict.BROKEN ? "could not tell" : Integer.toString(check.earned());
        }

        Score score(Result result) {
            byCheck.values()
                    .forEach(override -> held.add("the result has no check "
                            + override.check().orElseThrow() + ", which is overridden (" + override.place() + ")"));
            if (result.checks().isEmpty()) {
                held.add(
                        result.notes().isEmpty()
                                ? "nothing could be checked"
                                : result.notes().get(0));
            }
            BigFraction outOf = policy.points().outOf().orElse(possible);
            BigFraction sum = earned.add(bonus);
            BigFraction scaled =
                    possible.isZero() ? BigFraction.ZERO : sum.multiply(outOf).divide(possible);
            if (possible.isZero() && !result.checks().isEmpty()) {
                held.add("no check is worth a point");
            }
            steps.add(
                    0,
                    new Calculation.Step(
                            "Checks: " + Numbers.text(sum) + " of " + Numbers.text(possible)
                                    + (outOf.equals(possible) ? "" : ", as of " + Numbers.text(outOf)),
                            Numbers.text(scaled),
                            true));
            if (!added.isZero()) {
                steps.add(new Calculation.Step("Added by a person", signed(added), true));
            }
            return new Score(scaled.add(added), outOf, steps, held, differences);
        }
    }

    private static Calculation.Step inner(String words, String points) {
        return new Calculation.Step(words, points, false);
    }

    static String signed(BigFraction number) {
        return number.signum() < 0 ? "−" + Numbers.text(number.negate()) : "+" + Numbers.text(number);
    }

    /** An override with what it stands in place of, for instructors. */
    static String difference(GradeOverride override, ZoneId zone, String set, String computed, boolean same) {
        return set + " (" + (same ? "the same as " : "") + computed + "): " + override.reason() + ", " + override.by()
                + ", " + Times.text(override.at(), zone);
    }
}
