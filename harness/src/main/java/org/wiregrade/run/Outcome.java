package org.wiregrade.run;

import java.util.List;
import org.wiregrade.results.CheckResult;
import org.wiregrade.results.Flag;
import org.wiregrade.results.Likeness;
import org.wiregrade.results.Transcript;

/**
 * What came of running checks.
 *
 * @param flags what a person should look at
 * @param likenesses by what its evidence is known again
 * @param ranOut whether a check failed on a program that seems to have lacked something
 */
public record Outcome(
        List<CheckResult> checks,
        List<Transcript> programs,
        List<Flag> flags,
        List<Likeness> likenesses,
        boolean ranOut) {
    /** An outcome without any program having run. */
    static Outcome of(List<CheckResult> checks) {
        return new Outcome(checks, List.of(), List.of(), List.of(), false);
    }
}
