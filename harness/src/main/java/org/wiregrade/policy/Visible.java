package org.wiregrade.policy;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.wiregrade.results.CheckResult;
import org.wiregrade.results.Result;

/** Which checks of a result show no more than their title. */
public final class Visible {
    private Visible() {}

    /** The hidden checks' ids, at a time, for whom a calculation is of. */
    public static Set<String> hidden(LabPolicy policy, Calculation of, Result result, Instant now) {
        return result.checks().stream()
                .filter(check -> isHidden(policy, of, check, now))
                .map(CheckResult::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isHidden(LabPolicy policy, Calculation of, CheckResult check, Instant now) {
        LabPolicy.Visibility rule = ByCheck.value(policy.visibility(), policy.name(), check)
                .orElse(policy.visibility().getOrDefault("default", LabPolicy.Visibility.ALWAYS));
        return switch (rule) {
            case ALWAYS -> false;
            case NEVER -> true;
            case AFTER_DUE ->
                isBefore(now, policy.due().orElse(now))
                        || isBefore(now, of.due().orElse(now));
            case AFTER_PUBLISHED ->
                policy.published().map(at -> isBefore(now, at)).orElse(true);
        };
    }

    private static boolean isBefore(Instant now, Instant time) {
        return now.isBefore(time);
    }
}
