package org.wiregrade.batch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.wiregrade.grade.Grade;
import org.wiregrade.intake.HandedIn;
import org.wiregrade.results.CheckResult;
import org.wiregrade.results.Result;
import org.wiregrade.run.Grader;
import org.wiregrade.testbed.Lab;

/**
 * Grades many submissions, several at once, and writes each one's files as soon as it is done.
 *
 * <p>A program that is known to be right is rehearsed before, and goes along once in 25 submissions and with the last one, as
 * the canary that tells when the machine fails.
 */
public final class Batch {
    private static final int CANARY_EVERY = 25;
    private static final String AGAIN =
            "Graded again, alone: when it was graded first, a program that is known to be right "
                    + "lost points on this machine, too.";

    private final Grader grader;
    private final List<Lab> labs;
    private final ResultFolder out;
    private final boolean resume;
    private final Progress progress;
    private final KnownRight right;
    private final Unproved unproved;
    private final Set<String> graded = new TreeSet<>();
    private final List<String> remarks = new ArrayList<>();
    private final Workers workers;
    private volatile CheckResult lost;

    /**
     * A batch that writes to {@code out}.
     *
     * @param jobs how many submissions are in work at once, 1 or more
     * @param resume whether results are kept that an earlier run left of the same content, template, labs and harness
     */
    public Batch(
            Grader grader,
            List<Lab> labs,
            ResultFolder out,
            int jobs,
            boolean resume,
            Progress progress,
            KnownRight right)
            throws IOException {
        this.grader = grader;
        this.labs = List.copyOf(labs);
        this.out = out;
        this.workers = new Workers(jobs);
        this.resume = resume;
        this.progress = progress;
        this.right = right;
        this.unproved = new Unproved(out, labs);
    }

    /**
     * Grades all and returns their grades by name.
     *
     * <p>A submission on which the harness fails has a grade that asks for a person. Where results cannot be written,
     * the batch ends with that {@link IOException}; what was written before stays.
     *
     * @throws RehearsalFailed where a program that is right loses points here, before anything is graded
     */
    public BatchOutcome run(List<HandedIn> handedIn) throws IOException, InterruptedException {
        Map<String, Result> known = resume ? known(handedIn) : Map.of();
        List<HandedIn> rest = handedIn.stream()
                .filter(each -> !known.containsKey(each.name()))
                .toList();
        rehearse(Math.min(workers.atOnce(), rest.size()));
        progress.planned(handedIn.size());
        known.values().forEach(result -> enter(result, true));
        gradeAll(rest);
        workers.requireNoFailure();
        return new BatchOutcome(out.summarize(graded), remarks);
    }

    /** Begins no further submission and gives up those in work; {@link #run} then returns what there is. */
    public void stop() {
        workers.stop();
        right.stop();
    }

    private Map<String, Result> known(List<HandedIn> handedIn) {
        return handedIn.parallelStream()
                .filter(each -> !unproved.remembers(each.name()))
                .flatMap(each -> out.known(each.name()).filter(result -> grader.isCurrent(result, each, labs)).stream())
                .collect(Collectors.toMap(Result::submission, result -> result));
    }

    private void rehearse(int players) throws IOException, InterruptedException {
        Rehearsed rehearsed = players == 0 || workers.stopped() ? Rehearsed.NOTHING : right.rehearse(players);
        if (!rehearsed.allPoints() && !workers.stopped()) {
            throw new RehearsalFailed(rehearsed);
        }
        if (rehearsed.atOnce() > 0 && !workers.stopped()) {
            progress.rehearsed(rehearsed);
        }
    }

    private void gradeAll(List<HandedIn> rest) throws InterruptedException {
        int sinceCanary = 0;
        for (int i = 0; i < rest.size() && !workers.stopped(); i++) {
            sinceCanary++;
            if (sinceCanary == CANARY_EVERY || i == rest.size() - 1) {
                workers.begin("canary", this::goAlong);
                sinceCanary = 0;
            }
            HandedIn each = rest.get(i);
            workers.begin("grading " + each.name(), () -> grade(each, false));
            if (lost != null) {
                recover();
                sinceCanary = CANARY_EVERY - 1;
            }
        }
        workers.awaitAll();
        if (lost != null) {
            recover();
        }
    }

    private void goAlong() throws IOException {
        Optional<CheckResult> first = right.goAlong();
        synchronized (graded) {
            if (first.isPresent() && !workers.stopped()) {
                lost = first.get();
            } else if (lost == null && !workers.stopped()) {
                unproved.settleAll();
            }
        }
    }

    private void grade(HandedIn handedIn, boolean again) throws IOException {
        Result first = grader.grade(handedIn, labs, out.fresh(handedIn.name()));
        synchronized (graded) {
            if (workers.stopped()) {
                graded.remove(handedIn.name());
                return;
            }
            if (!again && right != KnownRight.NONE) {
                unproved.hear(handedIn, first);
            }
        }
        Result result = again ? first.withNote(AGAIN) : first;
        out.write(result);
        if (again) {
            synchronized (graded) {
                unproved.settle(handedIn.name());
                Grade grade = Grade.of(result);
                graded.add(handedIn.name());
                progress.gradedAgain(grade, result.seconds());
            }
        } else {
            enter(result, false);
        }
    }

    private void enter(Result result, boolean known) {
        Grade grade = Grade.of(result);
        synchronized (graded) {
            graded.add(result.submission());
            progress.graded(grade, result.seconds(), known);
        }
    }

    /** A canary lost points: what failed since the last good one is graded again alone, and fewer at once from here on. */
    private void recover() throws InterruptedException {
        workers.awaitAll();
        CheckResult why = lost;
        lost = null;
        int atOnce = workers.atOnce();
        int fewer = Math.max(1, atOnce / 2);
        List<HandedIn> suspects = unproved.all();
        String names = suspects.stream().map(HandedIn::name).collect(Collectors.joining(", "));
        workers.alone("canary", () -> lost = right.goAlong().orElse(null));
        if (lost != null && !workers.stopped()) {
            workers.alone("withdrawing", () -> withdraw(suspects));
            remarks.add("Stopped: a program that is known to be right lost points here (" + words(lost)
                    + "), also alone. " + Lack.of(lost, false).sentence() + " Not graded, though they were in work: "
                    + (names.isEmpty() ? "none" : names) + ". The same command with --resume goes on.");
            stop();
        } else if (!workers.stopped()) {
            for (HandedIn each : suspects) {
                workers.alone("grading again " + each.name(), () -> grade(each, true));
            }
            remarks.add("A program that is known to be right went along and lost points (" + words(why) + "). "
                    + Lack.of(why, true).sentence()
                    + " What had failed since the last good one was graded again, alone: "
                    + (names.isEmpty() ? "nothing" : names) + ". From then on " + fewer + " instead of " + atOnce
                    + " were in work at once.");
        }
        workers.limit(fewer);
    }

    private void withdraw(List<HandedIn> suspects) throws IOException {
        synchronized (graded) {
            for (HandedIn each : suspects) {
                out.withdraw(each.name());
                graded.remove(each.name());
                unproved.settle(each.name());
            }
        }
    }

    private static String words(CheckResult check) {
        return check.id() + ": " + Rehearsed.oneLine(check.got());
    }
}
