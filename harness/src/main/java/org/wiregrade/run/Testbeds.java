package org.wiregrade.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.wiregrade.build.Assembly;
import org.wiregrade.build.Compiler;
import org.wiregrade.jvm.Launch;
import org.wiregrade.results.Transcript;
import org.wiregrade.sandbox.Sandbox;
import org.wiregrade.submission.Submission;
import org.wiregrade.submission.Template;
import org.wiregrade.testbed.Lab;
import org.wiregrade.testbed.Testbed;
import org.wiregrade.testbed.TestbedSource;
import org.wiregrade.testbed.Vocabulary;

/**
 * Opens testbeds, the same way for the student's host and for the instructor's.
 *
 * @param labs the labs whose checks may ask
 * @param work a folder of this run's own
 * @param ownLaunch how every submission's server is started where it is not the template's
 * @param captures the folder for the recordings of the run's own wire, where they are kept
 * @param transcripts hears what each program printed, when its testbed is closed
 */
public record Testbeds(
        List<Lab> labs,
        Template template,
        Sandbox sandbox,
        Compiler compiler,
        Path work,
        Optional<Launch> ownLaunch,
        Optional<Path> captures,
        Consumer<Transcript> transcripts)
        implements TestbedSource {
    @Override
    public Testbed open(String labName, String folder, Optional<String> seed) throws IOException {
        Lab lab = labs.stream()
                .filter(each -> each.name().equals(labName))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the checks of " + labName + " belong to no lab here"));
        Submission submission = Submission.in(Path.of(folder));
        Path place = Files.createDirectories(work.resolve(labName));
        Assembly assembly = Assembly.of(template, submission, lab.sources(), lab.libraries(), compiler, place);
        return new Testbed(
                submission,
                assembly,
                sandbox,
                ownLaunch.map(launch -> launch.in(submission.folder())),
                captures.map(kept -> kept.resolve(labName + ".pcapng")),
                Vocabulary.of(seed.orElse("")),
                transcripts);
    }
}
