package org.wiregrade.policy;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.wiregrade.results.CheckResult;

/**
 * What a platform is given.
 *
 * @param sheet the teacher's own file, from the policy's folder
 * @param assignment which column or assignment of it is meant
 * @param raw whether the platform takes off for lateness itself
 * @param feedback whether it gets words, too
 * @param problems names of checks or tasks, by the platform's name for them together
 */
public record ExportPolicy(
        Optional<String> sheet,
        Optional<String> assignment,
        boolean raw,
        boolean feedback,
        Map<String, List<String>> problems,
        List<Scale> scale) {
    /** What a platform is given where the policy says nothing of it. */
    public static final ExportPolicy PLAIN =
            new ExportPolicy(Optional.empty(), Optional.empty(), false, true, Map.of(), List.of());

    public ExportPolicy {
        problems = Collections.unmodifiableMap(new LinkedHashMap<>(problems));
        scale = List.copyOf(scale);
    }

    /** The word for grades from this share on. */
    public record Scale(BigFraction from, String is) {}

    /** The scale's word for a grade; empty where it has none for so little. */
    public Optional<String> word(BigDecimal grade, BigDecimal outOf) {
        return scale.stream()
                .filter(step -> Numbers.of(grade).compareTo(step.from().multiply(Numbers.of(outOf))) >= 0)
                .max(Comparator.comparing(Scale::from))
                .map(Scale::is);
    }

    /** The problem that a check belongs to; empty where none has it. */
    public Optional<String> problem(String lab, CheckResult check) {
        return problems.entrySet().stream()
                .filter(problem ->
                        problem.getValue().stream().anyMatch(name -> ByCheck.fits(name, lab, check.id(), check.task())))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
