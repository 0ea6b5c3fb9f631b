package org.wiregrade.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.wiregrade.results.Result;
import org.wiregrade.run.Grader;
import org.wiregrade.run.LaunchFile;
import org.wiregrade.sandbox.Launch;
import org.wiregrade.sandbox.Sandbox;
import org.wiregrade.submission.Submission;
import org.wiregrade.submission.Template;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wiregrade check}: all checks of one submission. */
@Command(mixinStandardHelpOptions = true, description = "Run all checks of one submission and show what they say.")
final class CheckCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "The submission's folder.")
    private Path folder;

    @Mixin
    private LabOption lab;

    @Mixin
    private SandboxOption sandboxOption;

    @Option(
            names = "--launch",
            paramLabel = "FILE",
            description = "How the submission's server is started, where it is not the template's (JSON).")
    private Path launch;

    @Mixin
    private ResultOutput output;

    @Override
    public Integer call() throws Exception {
        Optional<Launch> ownLaunch = launch == null ? Optional.empty() : Optional.of(LaunchFile.read(launch));
        try (Sandbox sandbox = sandboxOption.open();
                var grader = new Grader(Template.bundled(), sandbox, ownLaunch)) {
            Result result = grader.grade(Submission.in(Folders.existing(folder)), lab.labs());
            output.print(result);
            return Exit.of(result);
        }
    }
}
