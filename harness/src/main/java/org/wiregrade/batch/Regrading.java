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
import org.wiregrade.policy.Calculation;
import org.wiregrade.policy.ClassPolicy;
import org.wiregrade.policy.Course;
import org.wiregrade.policy.Visible;
import org.wiregrade.report.Feedback;
import org.wiregrade.report.FinalGradesCsv;
import org.wiregrade.report.Worth;
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
            here.forEach(result -> all.add(new Course.Graded(result, List.of())));
        }
    }

    /** The grades that follow; nothing is written. */
    public Course by(ClassPolicy policy) throws IOException {
        return Course.of(policy, all);
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
            Set<String> labs = new HashSet<>();
            results.get(i).forEach(result -> labs.add(result.lab()));
            List<Calculation> here = course.calculations().stream()
                    .filter(each -> labs.contains(each.lab()))
                    .toList();
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
                String page = theirs.isEmpty() ? Feedback.html(result) : page(policy, theirs, result, now);
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

    private static String page(ClassPolicy policy, List<Calculation> theirs, Result result, Instant now) {
        Set<String> hidden = new HashSet<>();
        List<Worth.Line> lines = new ArrayList<>();
        for (Calculation each : theirs) {
            hidden.addAll(Visible.hidden(policy.labs().get(each.lab()), each, result, now));
        }
        for (Calculation each : theirs) {
            if (theirs.size() > 1) {
                lines.add(new Worth.Line(each.who(), ""));
            }
            each.stepsForStudent().stream()
                    .filter(step -> hidden.stream().noneMatch(step.words().strip()::startsWith))
                    .forEach(step -> lines.add(new Worth.Line(step.words(), step.points())));
        }
        Calculation first = theirs.get(0);
        boolean same = theirs.stream().allMatch(each -> each.shown().equals(first.shown()));
        boolean number = same && first.grade().isPresent();
        String grade = !same ? "see below" : first.shown().equals("held") ? "not settled yet" : first.shown();
        return Feedback.html(result, new Worth(grade, number ? first.outOfText() : "", lines, hidden));
    }
}
