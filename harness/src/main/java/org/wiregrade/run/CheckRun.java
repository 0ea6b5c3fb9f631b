package org.wiregrade.run;

import java.util.List;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.store.Namespace;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.wiregrade.submission.Submission;
import org.wiregrade.testbed.CheckOrder;
import org.wiregrade.testbed.Lab;
import org.wiregrade.testbed.TestbedSource;

/** Runs a lab's checks on the calling thread, through the JUnit Platform. */
final class CheckRun {
    private static final LauncherConfig CONFIG = LauncherConfig.builder()
            .enableLauncherSessionListenerAutoRegistration(false)
            .enableLauncherDiscoveryListenerAutoRegistration(false)
            .enablePostDiscoveryFilterAutoRegistration(false)
            .enableTestEngineAutoRegistration(false)
            .enableTestExecutionListenerAutoRegistration(false)
            .addTestEngines(new JupiterTestEngine())
            .build();

    private CheckRun() {}

    /** Runs them in the lab's order.
     *
     * @param seed of the words that the programs are told
     */
    static CheckListener of(Submission submission, Lab lab, TestbedSource testbeds, long seed) {
        var listener = new CheckListener();
        List<ClassSelector> tasks = lab.tasks().stream()
                .map(task -> DiscoverySelectors.selectClass(task.type()))
                .toList();
        var request = LauncherDiscoveryRequestBuilder.request()
                .selectors(tasks)
                .configurationParameter(
                        "wiregrade.submission", submission.folder().toString())
                .configurationParameter("wiregrade.seed", String.valueOf(seed))
                .configurationParameter(ClassOrderer.DEFAULT_ORDER_PROPERTY_NAME, CheckOrder.class.getName())
                .enableImplicitConfigurationParameters(false)
                .build();
        try (LauncherSession session = LauncherFactory.openSession(CONFIG)) {
            session.getStore().put(Namespace.create(TestbedSource.class), TestbedSource.class, testbeds);
            session.getLauncher().execute(request, listener);
        }
        return listener;
    }
}
