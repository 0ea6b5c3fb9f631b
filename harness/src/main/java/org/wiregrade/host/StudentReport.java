package org.wiregrade.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.wiregrade.report.Feedback;
import org.wiregrade.report.ResultText;
import org.wiregrade.results.Result;
import org.wiregrade.results.ResultJson;
import org.wiregrade.results.Transcript;
import org.wiregrade.run.CheckListener;
import org.wiregrade.run.Outcome;
import org.wiregrade.run.RunClock;
import org.wiregrade.submission.ContentHash;
import org.wiregrade.submission.Submission;
import org.wiregrade.submission.Template;
import org.wiregrade.testbed.Vocabulary;

/**
 * Shows a student on Maven's console, and in files, what the checks said.
 *
 * <p>It is silent unless the configuration parameter {@code wiregrade.report} names the folder for the files.
 */
final class StudentReport implements TestExecutionListener {
    private final List<Transcript> transcripts;
    private final Function<Optional<String>, String> seed;
    private CheckListener checks;
    private RunClock clock;

    /**
     * A report that shows these transcripts, which are complete when all checks have ended.
     *
     * @param seed which one was used, from that which was asked for
     */
    StudentReport(List<Transcript> transcripts, Function<Optional<String>, String> seed) {
        this.transcripts = transcripts;
        this.seed = seed;
    }

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        if (plan.getConfigurationParameters().get("wiregrade.report").isPresent()) {
            clock = RunClock.start();
            checks = new CheckListener();
            checks.testPlanExecutionStarted(plan);
        }
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        if (checks != null) {
            checks.executionSkipped(test, reason);
        }
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult outcome) {
        if (checks != null) {
            checks.executionFinished(test, outcome);
        }
    }

    @Override
    public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
        if (checks != null) {
            checks.reportingEntryPublished(test, entry);
        }
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        if (checks == null) {
            return;
        }
        var parameters = plan.getConfigurationParameters();
        Path folder = Path.of(parameters.get("wiregrade.report").orElseThrow());
        Path submitted = Path.of(parameters.get("wiregrade.submission").orElse("."));
        try {
            Submission submission = Submission.in(submitted);
            Vocabulary words = Vocabulary.of(seed.apply(parameters.get("wiregrade.seed")));
            Result result = clock.result(
                    submission.name(),
                    ContentHash.of(submission.folder()),
                    "process",
                    Template.bundled(),
                    words.seed(),
                    List.of(),
                    new Outcome(checks.results(), transcripts, List.of(), List.of(), checks.ranOut()));
            ResultJson.write(result, folder.resolve("result.json"));
            ResultJson.writeWhole(folder.resolve("feedback.html"), Feedback.html(result));
            // Maven's test JVM carries its standard output to the terminal, in whatever encoding that has.
            System.out.print(ResultText.of(result, false) + "\nThe same as a page: " + folder.resolve("feedback.html")
                    + "\nThe words that your programs were told, again: -Dseed=" + words.seed() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
