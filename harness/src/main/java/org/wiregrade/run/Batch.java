package org.wiregrade.run;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.wiregrade.grade.Grade;
import org.wiregrade.results.Result;
import org.wiregrade.submission.HandedIn;
import org.wiregrade.testbed.Lab;

/** Grades many submissions, several at once, and writes each one's files as soon as it is done. */
public final class Batch {
    private final Grader grader;
    private final List<Lab> labs;
    private final ResultFolder out;
    private final int jobs;
    private final boolean resume;
    private final Progress progress;
    private final Map<String, Grade> grades = new TreeMap<>();
    private final Set<Thread> workers = ConcurrentHashMap.newKeySet();
    private volatile boolean stopped;
    private volatile IOException cannotWrite;

    /**
     * A batch that writes to {@code out}.
     *
     * @param jobs how many submissions are in work at once, 1 or more
     * @param resume whether results are kept that an earlier run left of the same content, template, labs and harness
     */
    public Batch(Grader grader, List<Lab> labs, ResultFolder out, int jobs, boolean resume, Progress progress) {
        this.grader = grader;
        this.labs = List.copyOf(labs);
        this.out = out;
        this.jobs = jobs;
        this.resume = resume;
        this.progress = progress;
    }

    /**
     * Grades all and returns their grades by name.
     *
     * <p>A submission on which the harness fails has a grade that asks for a person. Where results cannot be written,
     * the batch ends with that {@link IOException}; what was written before stays.
     */
    public List<Grade> run(List<HandedIn> handedIn) throws IOException, InterruptedException {
        progress.planned(handedIn.size());
        var free = new Semaphore(jobs);
        for (HandedIn each : handedIn) {
            free.acquire();
            if (stopped) {
                free.release();
                break;
            }
            start(each, free);
        }
        free.acquire(jobs);
        if (cannotWrite != null) {
            throw cannotWrite;
        }
        List<Grade> all = List.copyOf(grades.values());
        out.writeGrades(all);
        return all;
    }

    /** Begins no further submission and gives up those in work; {@link #run} then returns what there is. */
    public void stop() {
        stopped = true;
        workers.forEach(Thread::interrupt);
    }

    /** Each submission has a platform thread of its own, because a sandbox may move it into a network of its own. */
    private void start(HandedIn handedIn, Semaphore free) {
        Thread worker = new Thread(
                () -> {
                    try {
                        grade(handedIn);
                    } catch (IOException e) {
                        cannotWrite = e;
                        stop();
                    } finally {
                        workers.remove(Thread.currentThread());
                        free.release();
                    }
                },
                "grading " + handedIn.name());
        workers.add(worker);
        worker.start();
    }

    private void grade(HandedIn handedIn) throws IOException {
        Optional<Result> known = resume
                ? out.known(handedIn.name()).filter(result -> grader.isCurrent(result, handedIn, labs))
                : Optional.empty();
        Result result;
        if (known.isPresent()) {
            result = known.get();
        } else {
            result = grader.grade(handedIn, labs, out.fresh(handedIn.name()));
            if (stopped) {
                return;
            }
            out.write(result);
        }
        Grade grade = Grade.of(result);
        synchronized (grades) {
            grades.put(handedIn.name(), grade);
            progress.graded(grade, result.seconds(), known.isPresent());
        }
    }
}
