package org.wiregrade.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.wiregrade.grade.Grade;
import org.wiregrade.report.Feedback;
import org.wiregrade.report.GradesCsv;
import org.wiregrade.results.Result;
import org.wiregrade.results.ResultJson;
import org.wiregrade.submission.Submission;
import org.wiregrade.testbed.Lab;

/** Grades many submissions, several at once, and writes each one's files as soon as it is done. */
public final class Batch {
    private static final Logger LOGGER = Logger.getLogger("org.wiregrade");

    private final Grader grader;
    private final List<Lab> labs;
    private final Path out;
    private final int jobs;
    private final Progress progress;
    private final Map<String, Grade> grades = new TreeMap<>();

    /**
     * A batch that writes below {@code out}.
     *
     * @param jobs how many submissions are in work at once, 1 or more
     */
    public Batch(Grader grader, List<Lab> labs, Path out, int jobs, Progress progress) {
        this.grader = grader;
        this.labs = List.copyOf(labs);
        this.out = out;
        this.jobs = jobs;
        this.progress = progress;
    }

    /** Grades all and returns their grades by name; a submission on which the harness fails is one of them. */
    public List<Grade> run(List<Submission> submissions) throws IOException, InterruptedException {
        Files.createDirectories(out);
        progress.planned(submissions.size());
        var free = new Semaphore(jobs);
        for (Submission submission : submissions) {
            free.acquire();
            Thread worker = new Thread(
                    () -> {
                        try {
                            grade(submission);
                        } finally {
                            free.release();
                        }
                    },
                    "grading " + submission.name());
            worker.start();
        }
        free.acquire(jobs);
        List<Grade> all = List.copyOf(grades.values());
        ResultJson.writeWhole(out.resolve("grades.csv"), GradesCsv.of(all));
        return all;
    }

    private void grade(Submission submission) {
        Result result;
        try {
            result = grader.grade(submission, labs);
        } catch (IOException | RuntimeException e) {
            LOGGER.log(Level.FINE, "grading " + submission.name(), e);
            result = grader.couldNotTell(submission, labs, e);
        }
        Path folder = out.resolve(submission.name());
        try {
            ResultJson.writeWhole(folder.resolve("feedback.html"), Feedback.html(result));
            ResultJson.write(result, folder.resolve("result.json"));
        } catch (IOException e) {
            throw new UncheckedIOException("the result of " + submission.name() + " cannot be written", e);
        }
        Grade grade = Grade.of(result);
        synchronized (grades) {
            grades.put(submission.name(), grade);
            progress.graded(grade, result.seconds(), false);
        }
    }
}
