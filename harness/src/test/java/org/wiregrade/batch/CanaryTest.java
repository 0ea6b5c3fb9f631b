package org.wiregrade.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wiregrade.grade.Grade;
import org.wiregrade.intake.Intake;
import org.wiregrade.results.Result;
import org.wiregrade.results.ResultJson;
import org.wiregrade.run.Grader;
import org.wiregrade.run.MiniLab;
import org.wiregrade.sandbox.process.ProcessSandbox;
import org.wiregrade.submission.Template;
import org.wiregrade.testbed.Vocabulary;

/** A class on a machine that fails: before it, in the midst of it, and to its end. */
class CanaryTest {
    private static final int NEVER = Integer.MAX_VALUE;
    private static final Rehearsed ALL_POINTS = new Rehearsed("process", 4, 1.1, List.of(), 0);

    @TempDir
    Path folder;

    private final List<String> graded = new ArrayList<>();
    private final List<String> kept = new ArrayList<>();
    private final List<String> again = new ArrayList<>();
    private int planned;

    private final class Log implements Progress {
        @Override
        public void rehearsed(Rehearsed rehearsed) {}

        @Override
        public void planned(int submissions) {
            planned = submissions;
        }

        @Override
        public void graded(Grade grade, double seconds, boolean known) {
            (known ? kept : graded).add(grade.submission());
        }

        @Override
        public void gradedAgain(Grade grade, double seconds) {
            again.add(grade.submission());
        }

        @Override
        public void close() {}
    }

    private BatchOutcome grade(int submissions, boolean resume, KnownRight right) throws Exception {
        Path given = folder.resolve("class");
        for (int i = 1; i <= submissions; i++) {
            MiniLab.submit(given.resolve(String.format("s%02d", i)), i == 7 ? "bad" : "machine");
        }
        graded.clear();
        again.clear();
        try (var sandbox = new ProcessSandbox();
                var grader = new Grader(Template.bundled(), sandbox, Optional.empty(), Vocabulary.of(""))) {
            var out = new ResultFolder(out(), Optional.empty());
            return new Batch(grader, List.of(MiniLab.LAB), out, 4, resume, new Log(), right)
                    .run(Intake.of(given, folder.resolve("intake")).handedIn());
        }
    }

    private Path out() {
        return folder.resolve("out");
    }

    private Path file(String submission, String name) {
        return out().resolve("submissions").resolve(submission).resolve(name);
    }

    private Result result(String submission) throws IOException {
        return ResultJson.read(file(submission, "result.json"));
    }

    @Test
    void whereTheRehearsalLosesAPointNothingIsGraded() {
        var machine = FailingMachine.failing(
                NEVER, false, new Rehearsed("process", 4, 2.2, List.of(FailingMachine.lost()), 2));

        assertThatThrownBy(() -> grade(3, false, machine))
                .isInstanceOf(RehearsalFailed.class)
                .hasMessage(
                        "nothing is graded: 1 of 4 runs of the reference, which is right, lost points, 4 at once in the "
                                + "process sandbox, 2.2 s; first mini.word: it ended with exit code 1. Processes and threads are too "
                                + "few: the user's limit is `ulimit -u`, a container's is pids. With --jobs 2 every point was got.");
        assertThat(planned).isZero();
        assertThat(out()).isEmptyDirectory();
    }

    @Test
    void asManyAreRehearsedAsWillBeGradedAtOnce() throws Exception {
        var many = FailingMachine.failing(NEVER, false, ALL_POINTS);
        grade(9, false, many);
        assertThat(many.rehearsed()).isEqualTo(4);

        var rest = FailingMachine.failing(NEVER, false, ALL_POINTS);
        Files.delete(file("s03", "result.json"));
        grade(9, true, rest);
        assertThat(rest.rehearsed()).isEqualTo(1);

        var none = FailingMachine.failing(NEVER, false, ALL_POINTS);
        grade(9, true, none);
        assertThat(none.rehearsed()).isZero();
        assertThat(none.wentAlong()).isZero();
    }

    @Test
    void oneInTwentyFiveGoesAlongAndIsNowhereToBeSeen() throws Exception {
        var machine = FailingMachine.failing(NEVER, false, ALL_POINTS);

        BatchOutcome outcome = grade(60, false, machine);

        assertThat(machine.wentAlong()).isEqualTo(3);
        assertThat(outcome.remarks()).isEmpty();
        assertThat(outcome.grades()).hasSize(60);
        assertThat(planned).isEqualTo(60);
        assertThat(graded).hasSize(60).doesNotHaveDuplicates();
        assertThat(Files.readAllLines(out().resolve("grades.csv"))).hasSize(61);
        assertThat(out()).isDirectoryNotContaining("glob:**/unproved*");
    }

    @Test
    void whatFailedSinceTheLastGoodCanaryIsGradedAgainAloneAndHalfAsManyFromThereOn() throws Exception {
        BatchOutcome outcome = grade(60, false, FailingMachine.failing(40, true, ALL_POINTS));

        assertThat(outcome.grades())
                .allMatch(grade -> grade.earned() == (grade.submission().equals("s07") ? 0 : 5));
        assertThat(graded).as("each counted once").hasSize(60).doesNotHaveDuplicates();
        assertThat(again).isNotEmpty().hasSizeLessThan(25).doesNotContain("s07");
        assertThat(outcome.remarks())
                .singleElement()
                .asString()
                .contains("known to be right", "mini.word: it ended with exit code 1", "2 instead of 4")
                .contains(again.get(0));
        assertThat(FailingMachine.mostAtWork()).isLessThanOrEqualTo(2);
        for (String name : again) {
            assertThat(result(name).notes()).singleElement().asString().startsWith("Graded again, alone");
            assertThat(file(name, "feedback.html")).content().contains("Graded again, alone");
        }
        assertThat(result("s01").notes()).isEmpty();
        assertThat(Files.readString(out().resolve("grades.csv"))).doesNotContain("exit code");
    }

    @Test
    void whereARightProgramFailsAloneTooNobodyLosesPointsAndTheRestWaitsForResume() throws Exception {
        BatchOutcome outcome = grade(60, false, FailingMachine.failing(40, false, ALL_POINTS));

        assertThat(outcome.grades())
                .hasSizeBetween(39, 59)
                .allMatch(grade -> grade.earned() == 5 || grade.submission().equals("s07"));
        assertThat(outcome.remarks())
                .singleElement()
                .asString()
                .startsWith("Stopped:")
                .contains("--resume");
        int before = outcome.grades().size();

        BatchOutcome later = grade(60, true, FailingMachine.failing(NEVER, false, ALL_POINTS));

        assertThat(later.grades())
                .hasSize(60)
                .allMatch(grade -> grade.earned() == 5 || grade.submission().equals("s07"));
        assertThat(later.grades()).hasSizeGreaterThan(before);
        assertThat(later.remarks()).isEmpty();
    }

    @Test
    void whatNoCanaryProvedBeforeARunEndedIsGradedAnewWhenItGoesOn() throws Exception {
        grade(9, false, FailingMachine.failing(NEVER, false, ALL_POINTS));
        Files.writeString(out().resolve("unproved.txt"), "s02\ns07\n");
        Path merged = folder.resolve("merged");
        var all = new ResultFolder(merged, Optional.empty());
        all.takeOver(out());

        grade(9, true, FailingMachine.failing(NEVER, false, ALL_POINTS));

        assertThat(all.unproved()).as("a merge keeps the doubt").containsExactly("s02", "s07");
        assertThat(out()).isDirectoryNotContaining("glob:**/unproved*");
        assertThat(graded).containsExactlyInAnyOrder("s02", "s07");
        assertThat(kept).hasSize(7);
        var anew = new ResultFolder(folder.resolve("anew"), Optional.empty());
        anew.takeOver(out());
        assertThat(anew.unproved()).isEmpty();
    }
}
