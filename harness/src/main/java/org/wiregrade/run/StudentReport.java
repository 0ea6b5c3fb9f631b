package org.wiregrade.run;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.wiregrade.report.Feedback;
import org.wiregrade.report.ResultText;
import org.wiregrade.results.Result;
import org.wiregrade.results.ResultJson;
import org.wiregrade.submission.ContentHash;
import org.wiregrade.submission.Submission;
import org.wiregrade.submission.Template;

/**
 * Shows a student on Maven's console, and in files, what the checks said.
 *
 * <p>The JUnit Platform finds it by its service file; it is silent unless the configuration parameter {@code
 * wiregrade.report} names the folder for the files.
 */
public final class StudentReport implements TestExecutionListener {
    private CheckListener checks;
    private RunClock clock;

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
            Result result = clock.result(
                    submission, ContentHash.of(submission.folder()), "process", Template.bundled(), checks.results());
            ResultJson.write(result, folder.resolve("result.json"));
            ResultJson.writeWhole(folder.resolve("feedback.html"), Feedback.html(result));
            show(ResultText.of(result, false) + "\nThe same as a page: " + folder.resolve("feedback.html") + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Maven hands its test JVM's standard output to the terminal; the signs need UTF-8 whatever the default is. */
    private static void show(String text) {
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        out.print(text);
        out.flush();
    }
}
