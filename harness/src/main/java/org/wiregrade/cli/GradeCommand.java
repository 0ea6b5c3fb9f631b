package org.wiregrade.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.wiregrade.grade.Grade;
import org.wiregrade.report.GradesTable;
import org.wiregrade.run.Batch;
import org.wiregrade.run.Grader;
import org.wiregrade.run.LaunchFile;
import org.wiregrade.run.Progress;
import org.wiregrade.sandbox.ProcessSandbox;
import org.wiregrade.submission.Submission;
import org.wiregrade.submission.Template;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wiregrade grade}: a folder of submissions. */
@Command(name = "grade", description = "Grade a folder of submissions and write reports and grades.csv.")
final class GradeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Parameters(paramLabel = "SUBMISSIONS", description = "A folder in which each folder is a submission.")
    private Path submissions;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Where results and reports go.")
    private Path out;

    @Mixin
    private LabOption lab;

    @Option(
            names = "--jobs",
            paramLabel = "N",
            description = "How many submissions are in work at once (default: three per core).")
    private Integer jobs;

    @Option(
            names = "--launch",
            paramLabel = "FILE",
            description = "How every submission's server is started, where it is not the template's (JSON).")
    private Path launch;

    @Override
    public Integer call() throws Exception {
        int atOnce = jobs != null ? jobs : 3 * Runtime.getRuntime().availableProcessors();
        if (atOnce < 1) {
            throw new IllegalArgumentException("--jobs must be 1 or more");
        }
        List<Submission> all = find();
        List<Grade> grades;
        try (var sandbox = new ProcessSandbox();
                var grader = new Grader(
                        Template.bundled(),
                        sandbox,
                        launch == null ? Optional.empty() : Optional.of(LaunchFile.read(launch)));
                Progress progress = Terminal.isWatched()
                        ? new BarProgress()
                        : new LineProgress(command.commandLine().getErr())) {
            grades = new Batch(grader, lab.labs(), out, atOnce, progress).run(all);
        }
        command.commandLine().getOut().print(GradesTable.of(grades));
        command.commandLine().getOut().flush();
        return grades.stream().anyMatch(Grade::needsPerson) ? Exit.COULD_NOT_TELL : Exit.DONE;
    }

    private List<Submission> find() throws IOException {
        List<Submission> found = new ArrayList<>();
        try (Stream<Path> entries = Files.list(Folders.existing(submissions))) {
            for (Path entry : entries.sorted().toList()) {
                if (Files.isDirectory(entry)) {
                    found.add(Submission.in(entry));
                }
            }
        }
        if (found.isEmpty()) {
            throw new IOException("there are no submissions in " + submissions);
        }
        return found;
    }
}
