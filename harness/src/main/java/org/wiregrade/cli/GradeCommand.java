package org.wiregrade.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.wiregrade.batch.Batch;
import org.wiregrade.batch.BatchOutcome;
import org.wiregrade.batch.KnownRight;
import org.wiregrade.batch.Progress;
import org.wiregrade.batch.Regrading;
import org.wiregrade.batch.ResultFolder;
import org.wiregrade.batch.Shard;
import org.wiregrade.build.Compiler;
import org.wiregrade.grade.Grade;
import org.wiregrade.intake.HandedIn;
import org.wiregrade.intake.Intake;
import org.wiregrade.jvm.Launch;
import org.wiregrade.policy.ClassPolicy;
import org.wiregrade.policy.Nearest;
import org.wiregrade.report.GradesTable;
import org.wiregrade.report.Words;
import org.wiregrade.run.Grader;
import org.wiregrade.run.LaunchFile;
import org.wiregrade.run.WorkFolder;
import org.wiregrade.sandbox.Sandbox;
import org.wiregrade.submission.Template;
import org.wiregrade.testbed.Lab;
import org.wiregrade.testbed.Vocabulary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wiregrade grade}: a class. */
@Command(
        mixinStandardHelpOptions = true,
        description = "Grade a class and write a report for each student, and grades.csv.")
final class GradeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Parameters(
            paramLabel = "SUBMISSIONS",
            description = "A folder of folders, zips or tar.gz files, or a learning platform's export.")
    private Path submissions;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Where results and reports go.")
    private Path out;

    @Mixin
    private LabOption lab;

    @Mixin
    private SandboxOption sandboxOption;

    @Mixin
    private KeyOption key;

    @Mixin
    private JobsOption jobs;

    @Mixin
    private SeedOption seed;

    @Option(names = "--resume", description = "Keep results that are there already for the same content.")
    private boolean resume;

    @Option(
            names = "--only",
            paramLabel = "NAME",
            arity = "1..*",
            description = "Grade only these, again; all others keep their results.")
    private List<String> only = List.of();

    @Mixin
    private PolicyOption policyOption;

    @Option(
            names = "--shard",
            paramLabel = "K/N",
            description = "Grade only part K of N (default: what the CI job's environment says, else all).")
    private String shard;

    @Option(names = "--trust", description = "Allow a batch without containment: every program may do what you may do.")
    private boolean trust;

    @Option(
            names = "--launch",
            paramLabel = "FILE",
            description = "How every submission's server is started, where it is not the template's (JSON).")
    private Path launch;

    @Override
    public Integer call() throws Exception {
        PrintWriter err = command.commandLine().getErr();
        int atOnce = jobs.atOnce();
        Shard part = shard();
        List<Lab> labs = lab.labs();
        Optional<ClassPolicy> policy = policyOption.policy();
        Optional<Launch> ownLaunch = launch == null ? Optional.empty() : Optional.of(LaunchFile.read(launch));
        try (var interrupt = new Interrupt();
                var compiler = new Compiler();
                var work = WorkFolder.create();
                Sandbox sandbox = open(compiler)) {
            if (!sandbox.containsHostileCode() && !trust) {
                throw new IllegalArgumentException("in plain processes (the only sandbox here, or the one asked for) "
                        + "nothing holds a hostile program back; see ./wiregrade doctor, or add --trust");
            }
            Folders.requireApart(submissions, out);
            Intake intake = Intake.of(submissions, work.path());
            intake.notes().forEach(note -> err.println("note: " + Words.plain(note)));
            List<HandedIn> ours = only.isEmpty() ? part.of(intake.handedIn()) : named(intake.handedIn());
            var results = new ResultFolder(out, key.seal());
            Vocabulary words = seed.words(resume || !only.isEmpty() ? results.seed() : OptionalLong.empty());
            err.println("sandbox: " + sandbox.name());
            err.println("seed: " + words.seed());
            try (var grader = new Grader(Template.bundled(), sandbox, ownLaunch, words, compiler)) {
                int code = grade(ours, labs, atOnce, grader, results, interrupt);
                return policy.isEmpty()
                        ? code
                        : Math.max(code, RegradeCommand.write(command, policy.get(), new Regrading(List.of(results))));
            }
        }
    }

    private List<HandedIn> named(List<HandedIn> all) {
        List<String> names = all.stream().map(HandedIn::name).toList();
        for (String name : only) {
            if (!names.contains(name)) {
                throw new IllegalArgumentException(
                        "nobody here is called \"" + name + "\"" + Nearest.words(name, names));
            }
        }
        return all.stream().filter(each -> only.contains(each.name())).toList();
    }

    /** Looks for a sandbox while javac starts. */
    private Sandbox open(Compiler compiler) throws IOException {
        compiler.start();
        return sandboxOption.open();
    }

    private int grade(
            List<HandedIn> handedIn,
            List<Lab> labs,
            int atOnce,
            Grader grader,
            ResultFolder results,
            Interrupt interrupt)
            throws Exception {
        PrintWriter err = command.commandLine().getErr();
        KnownRight right = KnownRight.here(grader, labs);
        if (right == KnownRight.NONE) {
            err.println("note: no rehearsal: the reference, which only a checkout has, is not here");
        }
        BatchOutcome outcome;
        try (Progress progress = Terminal.isWatched() ? new BarProgress(err) : new LineProgress(err)) {
            var batch = new Batch(grader, labs, results, atOnce, resume && only.isEmpty(), progress, right);
            interrupt.stopsBy(batch::stop);
            outcome = batch.run(handedIn);
        }
        boolean whole = outcome.grades().size() == handedIn.size();
        List<Grade> grades = only.isEmpty() ? outcome.grades() : results.summarize();
        outcome.remarks().forEach(remark -> err.println("note: " + Words.plain(remark)));
        if (interrupt.came()) {
            err.println("stopped: " + outcome.grades().size() + " of " + handedIn.size()
                    + " are graded; the same command with --resume goes on");
        }
        PrintWriter table = command.commandLine().getOut();
        table.print(GradesTable.of(grades));
        outcome.remarks().forEach(remark -> table.println(Words.plain(remark)));
        table.flush();
        return !whole || grades.stream().anyMatch(Grade::needsPerson) ? Exit.COULD_NOT_TELL : Exit.DONE;
    }

    private Shard shard() {
        return shard != null
                ? Shard.parse(shard)
                : Shard.fromEnvironment(System.getenv()).orElse(Shard.WHOLE);
    }
}
