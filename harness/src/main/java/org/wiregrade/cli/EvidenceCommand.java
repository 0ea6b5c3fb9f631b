package org.wiregrade.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.wiregrade.results.Result;
import org.wiregrade.run.Grader;
import org.wiregrade.sandbox.process.ProcessSandbox;
import org.wiregrade.submission.Submission;
import org.wiregrade.submission.Template;
import org.wiregrade.testbed.Vocabulary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code wiregrade evidence}: only the checks of what was handed in as evidence. */
@Command(
        mixinStandardHelpOptions = true,
        description = "Run only the checks of the capture and the log; no program is started.")
final class EvidenceCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "A submission's folder, or just its evidence and CSV files.")
    private Path folder;

    @Mixin
    private LabOption lab;

    @Mixin
    private ResultOutput output;

    @Override
    public Integer call() throws Exception {
        try (var sandbox = new ProcessSandbox();
                var grader = new Grader(Template.bundled(), sandbox, Optional.empty(), Vocabulary.any())) {
            Result result = grader.evidence(Submission.in(Folders.existing(folder)), lab.labs());
            output.print(result);
            return Exit.of(result);
        }
    }
}
