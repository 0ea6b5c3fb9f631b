package org.wiregrade.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.wiregrade.jvm.Launch;
import org.wiregrade.results.Result;
import org.wiregrade.run.Grader;
import org.wiregrade.run.LaunchFile;
import org.wiregrade.sandbox.Sandbox;
import org.wiregrade.submission.Submission;
import org.wiregrade.submission.Template;
import org.wiregrade.testbed.Vocabulary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wiregrade check}: all checks of one submission. */
@Command(mixinStandardHelpOptions = true, description = "Run all checks of one submission and show what they say.")
final class CheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

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
    private SeedOption seed;

    @Mixin
    private ResultOutput output;

    @Override
    public Integer call() throws Exception {
        Optional<Launch> ownLaunch = launch == null ? Optional.empty() : Optional.of(LaunchFile.read(launch));
        Vocabulary words = seed.words(OptionalLong.empty());
        try (Sandbox sandbox = sandboxOption.open();
                var grader = new Grader(Template.bundled(), sandbox, ownLaunch, words)) {
            Result result = grader.grade(Submission.in(Folders.existing(folder)), lab.labs());
            output.print(result);
            command.commandLine().getErr().println("seed: " + words.seed());
            return Exit.of(result);
        }
    }
}
