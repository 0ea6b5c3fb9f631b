package org.wiregrade.run;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wiregrade.build.Assembly;
import org.wiregrade.results.CheckResult;
import org.wiregrade.results.Verdict;
import org.wiregrade.submission.Submission;
import org.wiregrade.testbed.Lab;

/** A submission whose programs are compiled once and judged as often as is asked, by several threads at once. */
public final class Rerun implements AutoCloseable {
    private final Grader grader;
    private final Submission submission;
    private final WorkFolder work = WorkFolder.create();
    private final Map<Lab, Assembly> programs = new LinkedHashMap<>();

    Rerun(Grader grader, Submission submission, List<Lab> labs) throws IOException {
        this.grader = grader;
        this.submission = submission;
        for (Lab whole : labs) {
            Lab lab = whole.withoutEvidence();
            programs.put(
                    lab,
                    grader.assemble(
                            submission, lab, Files.createDirectories(work.path().resolve(lab.name()))));
        }
    }

    /**
     * The first check that was not passed, of all but those of evidence; empty where each was.
     *
     * <p>The sandbox may move the calling thread into another network.
     */
    public Optional<CheckResult> firstLost() {
        try {
            List<CheckResult> checks = new ArrayList<>();
            programs.forEach((lab, assembly) -> checks.addAll(grader.check(submission, lab, assembly)));
            Optional<CheckResult> first = checks.stream()
                    .filter(check -> check.verdict() == Verdict.FAILED || check.verdict() == Verdict.BROKEN)
                    .findFirst();
            boolean ran = checks.stream().anyMatch(check -> check.verdict() == Verdict.PASSED);
            return ran ? first : first.or(() -> Optional.of(lost("no check was run")));
        } catch (RuntimeException e) {
            return Optional.of(lost(String.valueOf(e.getMessage())));
        }
    }

    /** Nothing could be run at all. */
    public static CheckResult lost(String why) {
        return new CheckResult("harness", "", "", 0, 0, Verdict.BROKEN, "", why, "", "");
    }

    @Override
    public void close() throws IOException {
        work.close();
    }
}
