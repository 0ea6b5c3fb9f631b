package org.wiregrade.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.wiregrade.results.CheckResult;
import org.wiregrade.results.Flag;
import org.wiregrade.results.Likeness;
import org.wiregrade.results.Verdict;
import org.wiregrade.testbed.CheckFailure;
import org.wiregrade.testbed.Doubt;
import org.wiregrade.testbed.Feature;

/** Turns what the JUnit Platform reports into check results; of a check that it never heard of it could not tell. */
public final class CheckListener implements TestExecutionListener {
    private static final Logger LOGGER = Logger.getLogger("org.wiregrade");

    private final Map<String, PlannedCheck> planned = new LinkedHashMap<>();
    private final Map<String, CheckResult> results = new HashMap<>();
    private final Map<String, StringBuilder> notes = new HashMap<>();
    private final List<Flag> flags = new ArrayList<>();
    private final List<Likeness> likenesses = new ArrayList<>();
    private boolean ranOut;
    private String whyNothing = "the run ended before this check";

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        plan.accept(new TestPlan.Visitor() {
            @Override
            public void visit(TestIdentifier test) {
                find(test).ifPresent(check -> planned.put(test.getUniqueId(), check));
            }
        });
    }

    private static Optional<PlannedCheck> find(TestIdentifier test) {
        return test.getSource()
                .filter(MethodSource.class::isInstance)
                .flatMap(source -> PlannedCheck.in(((MethodSource) source).getJavaMethod()));
    }

    @Override
    public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
        Map<String, String> pairs = entry.getKeyValuePairs();
        Optional<Flag> flag = Doubt.in(pairs).map(doubt -> new Flag(doubt.kind(), doubt.words(), doubt.where()));
        Optional<Likeness> likeness =
                Feature.in(pairs).map(feature -> new Likeness(feature.kind(), feature.value(), feature.where()));
        flag.ifPresent(flags::add);
        likeness.ifPresent(likenesses::add);
        if (flag.isPresent() || likeness.isPresent()) {
            return;
        }
        StringBuilder text = notes.computeIfAbsent(test.getUniqueId(), id -> new StringBuilder());
        pairs.values().forEach(value -> text.append(value).append('\n'));
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        PlannedCheck check = planned.get(test.getUniqueId());
        if (check == null) {
            whyNothing = reason;
        } else {
            results.put(test.getUniqueId(), check.result(Verdict.SKIPPED, "", reason, "", ""));
        }
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult outcome) {
        Throwable cause = outcome.getThrowable().orElse(null);
        PlannedCheck check = planned.get(test.getUniqueId());
        if (check != null) {
            results.put(test.getUniqueId(), judge(check, outcome.getStatus(), cause, test.getUniqueId()));
        } else if (cause != null) {
            whyNothing = words(cause);
            LOGGER.log(Level.FINE, "a class of checks did not run", cause);
        }
    }

    private CheckResult judge(PlannedCheck check, TestExecutionResult.Status status, Throwable cause, String id) {
        String note = notes.containsKey(id) ? notes.get(id).toString().strip() : "";
        if (cause instanceof CheckFailure failure) {
            ranOut |= failure.ranOut();
            String hint = failure.hint().isEmpty() ? check.check().hint() : failure.hint();
            String detail = (note + "\n" + failure.detail()).strip();
            return check.result(Verdict.FAILED, failure.expected(), failure.got(), hint, detail);
        }
        return switch (status) {
            case SUCCESSFUL -> check.result(Verdict.PASSED, "", "", "", note);
            case ABORTED -> check.doesNotApply(cause == null ? "" : words(cause));
            case FAILED -> {
                LOGGER.log(Level.FINE, "could not tell " + check.check().id(), cause);
                yield check.couldNotTell(words(cause));
            }
        };
    }

    private static String words(Throwable cause) {
        String message = cause == null ? null : cause.getMessage();
        return message == null || message.isBlank()
                ? String.valueOf(cause)
                : message.lines().findFirst().orElse(message);
    }

    /** Whether a check failed on a program that seems to have lacked something. */
    public boolean ranOut() {
        return ranOut;
    }

    /** What a person should look at. */
    List<Flag> flags() {
        return List.copyOf(flags);
    }

    /** By what its evidence is known again. */
    List<Likeness> likenesses() {
        return List.copyOf(likenesses);
    }

    /** One result per planned check, in the plan's order. */
    public List<CheckResult> results() {
        List<CheckResult> all = new ArrayList<>();
        planned.forEach((id, check) -> {
            CheckResult known = results.get(id);
            all.add(known != null ? known : check.couldNotTell(whyNothing));
        });
        return all;
    }
}
