package org.wiregrade.batch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.wiregrade.results.CheckResult;
import org.wiregrade.run.Grader;
import org.wiregrade.run.Rerun;
import org.wiregrade.submission.Submission;
import org.wiregrade.testbed.Lab;

/** A submission that is right, run as a class will be run, to see whether it gets every point here. */
public final class Rehearsal implements KnownRight {
    private final Grader grader;
    private final Submission right;
    private final List<Lab> labs;
    private final Set<Thread> players = ConcurrentHashMap.newKeySet();
    private volatile boolean stopped;

    /** A rehearsal with a submission whose programs are right. */
    public Rehearsal(Grader grader, Submission right, List<Lab> labs) {
        this.grader = grader;
        this.right = right;
        this.labs = List.copyOf(labs);
    }

    /** Runs as many at once; where one loses a point, finds out how many at once do not. */
    @Override
    public Rehearsed rehearse(int atOnce) throws InterruptedException {
        long start = System.nanoTime();
        List<CheckResult> lost = List.of();
        int fewer = 0;
        double seconds = 0;
        try (Rerun rerun = grader.rerun(right, labs.stream().map(Lab::telling).toList())) {
            lost = play(rerun, atOnce);
            seconds = (System.nanoTime() - start) / 1e9;
            fewer = lost.isEmpty() || stopped ? 0 : fewer(rerun, atOnce);
        } catch (IOException e) {
            lost = List.of(Rerun.lost(String.valueOf(e.getMessage())));
        }
        return new Rehearsed(grader.sandbox(), atOnce, seconds, lost, fewer);
    }

    @Override
    public Optional<CheckResult> goAlong() {
        try (Rerun rerun = grader.rerun(right, labs)) {
            return rerun.firstLost();
        } catch (IOException e) {
            return Optional.of(Rerun.lost(String.valueOf(e.getMessage())));
        }
    }

    @Override
    public void stop() {
        stopped = true;
        players.forEach(Thread::interrupt);
    }

    /** The most, of halves, that get every point at once; 0 where not even one does. */
    private int fewer(Rerun rerun, int tooMany) throws InterruptedException {
        if (tooMany == 1 || !play(rerun, 1).isEmpty()) {
            return 0;
        }
        int atOnce = tooMany / 2;
        while (atOnce > 1 && !stopped && !play(rerun, atOnce).isEmpty()) {
            atOnce /= 2;
        }
        return atOnce;
    }

    /** The first check that each run lost; each has a platform thread of its own, because a sandbox may move it elsewhere. */
    private List<CheckResult> play(Rerun rerun, int atOnce) throws InterruptedException {
        var lost = new ConcurrentLinkedQueue<CheckResult>();
        List<Thread> all = new ArrayList<>();
        for (int i = 0; i < atOnce && !stopped; i++) {
            Thread player = new Thread(() -> rerun.firstLost().ifPresent(lost::add), "rehearsal " + i);
            try {
                player.start();
                players.add(player);
                all.add(player);
            } catch (OutOfMemoryError e) {
                // There are no more threads; those that play already are waited for.
                lost.add(Rerun.lost(String.valueOf(e.getMessage())));
            }
        }
        for (Thread player : all) {
            player.join();
            players.remove(player);
        }
        return List.copyOf(lost);
    }
}
