package org.wiregrade.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.wiregrade.build.Assembly;
import org.wiregrade.build.Compiler;
import org.wiregrade.intake.HandedIn;
import org.wiregrade.intake.Opened;
import org.wiregrade.jvm.Launch;
import org.wiregrade.results.CheckResult;
import org.wiregrade.results.Flag;
import org.wiregrade.results.Likeness;
import org.wiregrade.results.Result;
import org.wiregrade.results.Transcript;
import org.wiregrade.results.Verdict;
import org.wiregrade.sandbox.Sandbox;
import org.wiregrade.submission.ContentHash;
import org.wiregrade.submission.Submission;
import org.wiregrade.submission.Template;
import org.wiregrade.testbed.Lab;
import org.wiregrade.testbed.Testbed;
import org.wiregrade.testbed.TestbedSource;
import org.wiregrade.testbed.Vocabulary;

/** Runs the checks of labs on one submission, on the calling thread, through the JUnit Platform. */
public final class Grader implements AutoCloseable {
    private static final Logger LOGGER = Logger.getLogger("org.wiregrade");

    private final Template template;
    private final Sandbox sandbox;
    private final Compiler compiler;
    private final Optional<Launch> ownLaunch;
    private final Vocabulary words;

    private final Machine machine = new Machine();

    /**
     * A grader that leaves the sandbox open.
     *
     * @param ownLaunch starts servers that are not the template's
     * @param words what every submission's programs are told
     */
    public Grader(Template template, Sandbox sandbox, Optional<Launch> ownLaunch, Vocabulary words) {
        this(template, sandbox, ownLaunch, words, new Compiler());
    }

    /** The same with a compiler that may run already; it is closed with the grader. */
    public Grader(Template template, Sandbox sandbox, Optional<Launch> ownLaunch, Vocabulary words, Compiler compiler) {
        this.words = words;
        this.template = template;
        this.sandbox = sandbox;
        this.ownLaunch = ownLaunch;
        this.compiler = compiler;
    }

    /** Runs every check of the labs on a folder. */
    public Result grade(Submission submission, List<Lab> labs) throws IOException {
        RunClock clock = RunClock.start();
        try (var work = WorkFolder.create()) {
            Outcome outcome = run(submission, labs, work.path(), Optional.empty());
            return result(clock, submission, words.seed(), outcome);
        }
    }

    /** Runs only the evidence checks of the labs on a folder. */
    public Result evidence(Submission submission, List<Lab> labs) throws IOException {
        RunClock clock = RunClock.start();
        try (var work = WorkFolder.create()) {
            List<Lab> evidence = labs.stream().map(Lab::onlyEvidence).toList();
            Outcome outcome = run(submission, evidence, work.path(), Optional.empty());
            return result(clock, submission, null, outcome);
        }
    }

    /** A submission to be judged again and again, in the same sandbox, whatever starts the others' servers. */
    public Rerun rerun(Submission submission, List<Lab> labs) throws IOException {
        return new Rerun(this, submission, labs);
    }

    /** Puts the template's programs of a submission together; nothing is compiled yet. */
    Assembly assemble(Submission submission, Lab lab, Path work) throws IOException {
        return Assembly.of(template, submission, lab.sources(), lab.libraries(), compiler, work);
    }

    /** Runs the checks of a lab on programs that are put together already. */
    List<CheckResult> check(Submission submission, Lab lab, Assembly assembly) {
        TestbedSource testbeds = (name, folder, seed) ->
                new Testbed(submission, assembly, sandbox, Optional.empty(), Optional.empty(), words, transcript -> {});
        return machine.beside(
                () -> CheckRun.of(submission, lab, testbeds, words.seed()).results());
    }

    /** Where the programs run. */
    public String sandbox() {
        return sandbox.name();
    }

    private Result result(RunClock clock, Submission submission, Long seed, Outcome outcome) throws IOException {
        return clock.result(
                submission.name(),
                ContentHash.of(submission.folder()),
                sandbox.name(),
                template,
                seed,
                List.of(),
                outcome);
    }

    /**
     * Opens what was handed in and runs every check of the labs; once more, alone, where the harness could not tell
     * something, or a program that failed seems to have lacked something.
     *
     * <p>Whatever fails, there is a result: what is wrong with an archive is the student's, all else is left to a person.
     *
     * @param captures where the recordings of the run's own wire go
     */
    public Result grade(HandedIn handedIn, List<Lab> labs, Path captures) {
        RunClock clock = RunClock.start();
        String content = "";
        List<String> notes = new ArrayList<>();
        Outcome outcome;
        try (var work = WorkFolder.create()) {
            content = handedIn.contentHash();
            Opened opened = handedIn.open(work.path().resolve("opened"));
            if (opened instanceof Opened.Rejected rejected) {
                outcome = Outcome.of(rejected(rejected.reason(), labs));
                notes.add(rejected.reason());
            } else {
                Submission submission = ((Opened.Ready) opened).submission();
                outcome = machine.beside(
                        () -> run(submission, labs, work.path().resolve("first"), Optional.of(captures)));
                if (isUnsure(outcome) && !Thread.currentThread().isInterrupted()) {
                    outcome = machine.alone(
                            () -> run(submission, labs, work.path().resolve("second"), Optional.of(captures)));
                    notes.add("Graded a second time, alone, since something was lacking the first time.");
                }
            }
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            LOGGER.log(Level.FINE, "grading " + handedIn.name(), e);
            outcome = Outcome.of(planned(labs)
                    .map(check -> check.couldNotTell(
                            e instanceof OutOfMemoryError
                                    ? "the harness itself has no memory left: " + e.getMessage()
                                    : String.valueOf(e.getMessage())))
                    .toList());
        }
        return clock.result(handedIn.name(), content, sandbox.name(), template, words.seed(), notes, outcome);
    }

    /** Whether a machine with nothing else to do may show something else. */
    private static boolean isUnsure(Outcome outcome) {
        List<CheckResult> checks = outcome.checks();
        return outcome.ranOut()
                || checks.isEmpty()
                || checks.stream().anyMatch(check -> check.verdict() == Verdict.BROKEN);
    }

    private static List<CheckResult> rejected(String reason, List<Lab> labs) {
        return planned(labs)
                .map(check -> check.result(
                        Verdict.FAILED,
                        "a submission that can be opened",
                        reason,
                        "Hand in the folder, or a zip of it, and open it once yourself before.",
                        ""))
                .toList();
    }

    private static Stream<PlannedCheck> planned(List<Lab> labs) {
        return labs.stream().flatMap(lab -> PlannedCheck.of(lab).stream());
    }

    /** Whether a result is what a new run of this grader would be about: same content, template, labs and harness. */
    public boolean isCurrent(Result result, HandedIn handedIn, List<Lab> labs) {
        try {
            return !result.needsPerson()
                    && result.harness().equals(Version.harness())
                    && result.template().equals(template.hash())
                    && result.lab().equals(Lab.nameOf(labs))
                    && result.content().equals(handedIn.contentHash());
        } catch (IOException e) {
            LOGGER.log(Level.FINE, "the content of " + handedIn.name(), e);
            return false;
        }
    }

    private Outcome run(Submission submission, List<Lab> labs, Path work, Optional<Path> captures) {
        List<CheckResult> checks = new ArrayList<>();
        List<Transcript> transcripts = new CopyOnWriteArrayList<>();
        List<Flag> flags = new ArrayList<>();
        List<Likeness> likenesses = new ArrayList<>();
        boolean ranOut = false;
        for (Lab lab : labs) {
            // One lab's place is closed before the next one's is opened, which may move this thread to another network.
            CheckListener heard = run(submission, lab, work, captures, transcripts);
            checks.addAll(heard.results());
            flags.addAll(heard.flags());
            likenesses.addAll(heard.likenesses());
            ranOut |= heard.ranOut();
        }
        return new Outcome(checks, transcripts, flags, likenesses, ranOut);
    }

    private CheckListener run(
            Submission submission, Lab lab, Path work, Optional<Path> captures, List<Transcript> transcripts) {
        var testbeds =
                new Testbeds(List.of(lab), template, sandbox, compiler, work, ownLaunch, captures, transcripts::add);
        return CheckRun.of(submission, lab, testbeds, words.seed());
    }

    @Override
    public void close() {
        compiler.close();
    }
}
