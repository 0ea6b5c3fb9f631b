package org.wiregrade.run;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.store.Namespace;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.wiregrade.results.CheckResult;
import org.wiregrade.results.Result;
import org.wiregrade.sandbox.Launch;
import org.wiregrade.sandbox.Sandbox;
import org.wiregrade.submission.Compiler;
import org.wiregrade.submission.ContentHash;
import org.wiregrade.submission.Submission;
import org.wiregrade.submission.Template;
import org.wiregrade.testbed.Lab;
import org.wiregrade.testbed.TestbedSource;

/** Runs the checks of labs on one submission, on the calling thread, through the JUnit Platform. */
public final class Grader implements AutoCloseable {
    /** The tag of checks that need only what was handed in as evidence, and run nothing. */
    public static final String EVIDENCE = "evidence";

    private static final LauncherConfig CONFIG = LauncherConfig.builder()
            .enableLauncherSessionListenerAutoRegistration(false)
            .enableLauncherDiscoveryListenerAutoRegistration(false)
            .enablePostDiscoveryFilterAutoRegistration(false)
            .enableTestEngineAutoRegistration(false)
            .enableTestExecutionListenerAutoRegistration(false)
            .addTestEngines(new JupiterTestEngine())
            .build();

    private final Template template;
    private final Sandbox sandbox;
    private final Compiler compiler = new Compiler();
    private final Optional<Launch> ownLaunch;

    /** A grader that leaves the sandbox open; {@code ownLaunch} starts servers that are not the template's. */
    public Grader(Template template, Sandbox sandbox, Optional<Launch> ownLaunch) {
        this.template = template;
        this.sandbox = sandbox;
        this.ownLaunch = ownLaunch;
    }

    /** Runs every check of the labs. */
    public Result grade(Submission submission, List<Lab> labs) throws IOException {
        return run(submission, labs, List.of());
    }

    /** Runs only the evidence checks of the labs. */
    public Result evidence(Submission submission, List<Lab> labs) throws IOException {
        return run(submission, labs, List.of(TagFilter.includeTags(EVIDENCE)));
    }

    private Result run(Submission submission, List<Lab> labs, List<PostDiscoveryFilter> only) throws IOException {
        RunClock clock = RunClock.start();
        var listener = new CheckListener();
        List<ClassSelector> tasks = labs.stream()
                .flatMap(lab -> lab.tasks().stream())
                .map(DiscoverySelectors::selectClass)
                .toList();
        var request = LauncherDiscoveryRequestBuilder.request()
                .selectors(tasks)
                .filters(only.toArray(PostDiscoveryFilter[]::new))
                .configurationParameter(
                        "wiregrade.submission", submission.folder().toString())
                .configurationParameter(
                        ClassOrderer.DEFAULT_ORDER_PROPERTY_NAME, ClassOrderer.OrderAnnotation.class.getName())
                .enableImplicitConfigurationParameters(false)
                .build();
        try (var work = WorkFolder.create();
                LauncherSession session = LauncherFactory.openSession(CONFIG)) {
            session.getStore()
                    .put(
                            Namespace.create(TestbedSource.class),
                            TestbedSource.class,
                            new Testbeds(template, sandbox, compiler, work.path(), ownLaunch));
            session.getLauncher().execute(request, listener);
        }
        return clock.result(
                submission, ContentHash.of(submission.folder()), sandbox.name(), template, listener.results());
    }

    /** The result where the harness itself failed: every check of the labs is left to a person. */
    Result couldNotTell(Submission submission, List<Lab> labs, Exception failure) {
        List<CheckResult> checks = labs.stream()
                .flatMap(lab -> PlannedCheck.of(lab).stream())
                .map(check -> check.couldNotTell(String.valueOf(failure.getMessage())))
                .toList();
        return RunClock.start().result(submission, "", sandbox.name(), template, checks);
    }

    @Override
    public void close() {
        compiler.close();
    }
}
