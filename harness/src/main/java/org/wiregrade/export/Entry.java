package org.wiregrade.export;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.wiregrade.policy.Person;
import org.wiregrade.report.Feedback;
import org.wiregrade.report.Worth;
import org.wiregrade.results.CheckResult;
import org.wiregrade.results.Result;

/**
 * What one person gets back for a lab.
 *
 * @param who the name on the policy's roster, or else of the submission
 * @param person on the roster; empty where nobody or more than one fits
 * @param submission the name of the result that counts; empty where nothing was handed in
 * @param worth what a policy makes of the result; empty where none was applied
 * @param grade empty where it is held, or where none is to be given
 * @param outOf what can be had; 0 where nobody knows it
 * @param held why a person has to decide first
 */
public record Entry(
        String who,
        Optional<Person> person,
        String submission,
        String lab,
        Optional<Result> result,
        Optional<Worth> worth,
        Optional<BigDecimal> grade,
        BigDecimal outOf,
        List<String> held) {
    public Entry {
        held = List.copyOf(held);
    }

    boolean isHeld() {
        return !held.isEmpty();
    }

    List<CheckResult> checks() {
        return result.map(Result::checks).orElse(List.of());
    }

    /** Whether no more of a check may be shown than its title. */
    boolean isHidden(CheckResult check) {
        return worth.isPresent() && worth.get().hidden().contains(check.id());
    }

    /** The grade in words. */
    String points() {
        if (isHeld()) {
            return "not settled yet";
        }
        String most = outOf.signum() == 0 ? "" : " of " + plain(outOf);
        return grade.map(points -> plain(points) + most).orElse("no grade");
    }

    /** A number as people write it. */
    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** The student's page: of this person alone, also where several handed in together. */
    String page() {
        Result theirs = result.orElseThrow();
        return worth.isPresent() ? Feedback.html(theirs, worth.get()) : Feedback.html(theirs);
    }
}
