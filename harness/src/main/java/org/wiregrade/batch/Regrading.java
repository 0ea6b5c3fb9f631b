package org.wiregrade.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.wiregrade.policy.Calculation;
import org.wiregrade.policy.ClassPolicy;
import org.wiregrade.policy.Course;
import org.wiregrade.report.Feedback;
import org.wiregrade.report.FinalGradesCsv;
import org.wiregrade.report.Worth;
import org.wiregrade.results.Flag;
import org.wiregrade.results.Result;

/** Applies a policy to results that are on disk, without running anything. */
public final class Regrading {
    /** The file of a result folder that has its grades by a policy. */
    public static final String GRADES = "final-grades.csv";

    private final List<ResultFolder> folders;
    private final List<List<Result>> results = new ArrayList<>();
    private final List<Course.Graded> all = new ArrayList<>();

    /** Reads the results of some folders, each of them verified. */
    public Regrading(List<ResultFolder> folders) throws IOException {
        this.folders = List.copyOf(folders);
        for (ResultFolder folder : folders) {
            List<Result> here = folder.results();
            results.add(here);
            Map<String, List<Flag>> copies = Copies.in(here);
            here.forEach(result -> all.add(
                    new Course.Graded(result, doubts(result, copies.getOrDefault(result.submission(), List.of())))));
        }
    }

    private static List<String> doubts(Result result, List<Flag> copies) {
        return Stream.concat(result.flags().stream(), copies.stream())
                .map(Flag::words)
                .toList();
    }

    /** The grades that follow; nothing is written. */
    public Course by(ClassPolicy policy) throws IOException {
        return Course.of(policy, all);
    }

    /** The results of the first folder. */
    public List<Result> results() {
        return results.get(0);
    }

    /** Whose grade in the first folder differs from the one that was written there, as sentences. */
    public List<String> changes(Course course) throws IOException {
        return changes(FinalGradesCsv.grades(folders.get(0).path().resolve(GRADES)), calculations(course, 0));
    }

    private List<Calculation> calculations(Course course, int folder) {
        Set<String> labs = new HashSet<>();
        results.get(folder).forEach(result -> labs.add(result.lab()));
        return course.calculations().stream()
                .filter(each -> labs.contains(each.lab()))
                .toList();
    }

    /**
     * Writes grades and pages, and returns whose grade differs from the one that was there, as sentences.
     *
     * @param now decides which checks are hidden
     */
    public List<String> write(ClassPolicy policy, Course course, Instant now) throws IOException {
        List<String> changes = new ArrayList<>();
        for (int i = 0; i < folders.size(); i++) {
            ResultFolder folder = folders.get(i);
            List<Calculation> here = calculations(course, i);
            Path file = folder.path().resolve(GRADES);
            changes.addAll(changes(FinalGradesCsv.grades(file), here));
            writePages(folder, results.get(i), policy, here, now);
            folder.writeText(GRADES, FinalGradesCsv.of(here));
        }
        return changes;
    }

    private static List<String> changes(Map<String, String> before, List<Calculation> now) {
        List<String> changes = new ArrayList<>();
        for (Calculation each : now) {
            String was = before.get(FinalGradesCsv.key(each));
            if (was != null && !was.equals(each.shown())) {
                changes.add(each.who() + ", " + each.lab() + ": " + (was.isEmpty() ? "no grade" : was) + " → "
                        + (each.shown().isEmpty() ? "no grade" : each.shown()));
            }
        }
        return changes;
    }

    private static void writePages(
            ResultFolder folder, List<Result> results, ClassPolicy policy, List<Calculation> grades, Instant now)
            throws IOException {
        Map<String, List<Calculation>> bySubmission = new LinkedHashMap<>();
        grades.forEach(each -> bySubmission
                .computeIfAbsent(each.submission(), name -> new ArrayList<>())
                .add(each));
        try {
            results.parallelStream().forEach(result -> {
                List<Calculation> theirs = bySubmission.getOrDefault(result.submission(), List.of());
                String page = theirs.isEmpty()
                        ? Feedback.html(result)
                        : Feedback.html(result, Worth.of(policy, theirs, result, now));
                try {
                    folder.writePage(result.submission(), page);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
