package org.wiregrade.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.wiregrade.labs.Labs;
import org.wiregrade.sandbox.Launch;
import org.wiregrade.sandbox.Sandbox;
import org.wiregrade.submission.Assembly;
import org.wiregrade.submission.Compiler;
import org.wiregrade.submission.Submission;
import org.wiregrade.submission.Template;
import org.wiregrade.testbed.Lab;
import org.wiregrade.testbed.Testbed;
import org.wiregrade.testbed.TestbedSource;

/**
 * Opens testbeds, the same way for the student's host and for the instructor's.
 *
 * @param work a folder of this run's own
 * @param ownLaunch how every submission's server is started where it is not the template's
 * @param captures the folder for the recordings of the run's own wire, where they are kept
 */
record Testbeds(Template template, Sandbox sandbox, Compiler compiler, Path work, Optional<Launch> ownLaunch, Optional<Path> captures)
        implements TestbedSource {
    @Override
    public Testbed open(String labName, String folder) throws IOException {
        Lab lab = Labs.named(labName);
        Submission submission = Submission.in(Path.of(folder));
        Path place = Files.createDirectories(work.resolve(labName));
        Assembly assembly = Assembly.of(template, submission, lab.sources(), lab.libraries(), compiler, place);
        return new Testbed(
                submission,
                assembly,
                sandbox,
                ownLaunch.map(launch -> launch.in(submission.folder())),
                captures.map(place -> place.resolve(labName + ".pcapng")));
    }
}
