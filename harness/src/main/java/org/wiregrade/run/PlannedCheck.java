package org.wiregrade.run;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import org.junit.platform.commons.support.AnnotationSupport;
import org.wiregrade.results.CheckResult;
import org.wiregrade.results.Verdict;
import org.wiregrade.testbed.Lab;
import org.wiregrade.testbed.LabCheck;
import org.wiregrade.testbed.Task;

/** A check of a lab, before anything is known of its outcome. */
public record PlannedCheck(LabCheck check, Task task) {
    /** The check in a method; empty where the method is none. */
    static Optional<PlannedCheck> in(Method method) {
        return AnnotationSupport.findAnnotation(method, LabCheck.class)
                .map(check -> new PlannedCheck(check, method.getDeclaringClass().getAnnotation(Task.class)));
    }

    /** All checks of a lab, in the order in which they run. */
    public static List<PlannedCheck> of(Lab lab) {
        return lab.tasks().stream()
                .flatMap(task -> task.methods().stream())
                .flatMap(method -> in(method).stream())
                .toList();
    }

    CheckResult result(Verdict verdict, String expected, String got, String hint, String detail) {
        return new CheckResult(
                check.id(),
                task.value(),
                check.title(),
                check.points(),
                verdict == Verdict.PASSED ? check.points() : 0,
                verdict,
                expected,
                got,
                hint,
                detail);
    }

    /** Skipped, and worth nothing in this submission. */
    CheckResult doesNotApply(String why) {
        return new CheckResult(check.id(), task.value(), check.title(), 0, 0, Verdict.SKIPPED, "", why, "", "");
    }

    CheckResult couldNotTell(String why) {
        return result(Verdict.BROKEN, "", "The harness could not tell: " + why, "", "");
    }
}
