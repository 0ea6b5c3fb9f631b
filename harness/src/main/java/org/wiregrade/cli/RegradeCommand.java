package org.wiregrade.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.wiregrade.batch.Regrading;
import org.wiregrade.batch.ResultFolder;
import org.wiregrade.policy.ClassPolicy;
import org.wiregrade.policy.Course;
import org.wiregrade.report.CalculationText;
import org.wiregrade.report.Words;
import org.wiregrade.results.Seal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wiregrade regrade}: grades by a policy, from results that are there. */
@Command(
        mixinStandardHelpOptions = true,
        description = "Apply a policy to results that are there, without running anything; list whose grade changes.")
final class RegradeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Parameters(
            paramLabel = "OUT",
            arity = "1..*",
            description = "Folders that grade or merge wrote; several share their free days.")
    private List<Path> folders;

    @Mixin
    private PolicyOption policy;

    @Mixin
    private KeyOption key;

    @Override
    public Integer call() throws Exception {
        return write(command, policy.needed(), open(folders, key.seal()));
    }

    /** The results in some folders, verified. */
    static Regrading open(List<Path> folders, Optional<Seal> seal) throws IOException {
        List<ResultFolder> results = new ArrayList<>();
        for (Path folder : folders) {
            results.add(new ResultFolder(Folders.existing(folder), seal));
        }
        return new Regrading(results);
    }

    /** Writes grades and pages by a policy, and says what is to be known. */
    static int write(CommandSpec command, ClassPolicy policy, Regrading regrading) throws IOException {
        Course course = regrading.by(policy);
        List<String> changes = regrading.write(policy, course, Instant.now());
        PrintWriter out = command.commandLine().getOut();
        out.print(CalculationText.table(course.calculations()));
        changes.forEach(change -> out.println("changed: " + Words.plain(change)));
        course.calculations()
                .forEach(each -> each.differences()
                        .forEach(override -> out.println(
                                "override: " + Words.plain(each.who() + ", " + each.lab() + ": " + override))));
        out.flush();
        notes(command, policy, course);
        boolean settled =
                course.calculations().stream().allMatch(each -> each.held().isEmpty());
        return settled ? Exit.DONE : Exit.COULD_NOT_TELL;
    }

    static void notes(CommandSpec command, ClassPolicy policy, Course course) {
        PrintWriter err = command.commandLine().getErr();
        policy.notes().forEach(note -> err.println("note: " + Words.plain(note)));
        course.notes().forEach(note -> err.println("note: " + Words.plain(note)));
    }
}
