package org.wiregrade.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wiregrade.grade.Grade;
import org.wiregrade.intake.HandedIn;
import org.wiregrade.intake.Intake;
import org.wiregrade.results.Result;
import org.wiregrade.results.ResultJson;
import org.wiregrade.results.Seal;
import org.wiregrade.results.Verdict;
import org.wiregrade.run.Grader;
import org.wiregrade.run.MiniLab;
import org.wiregrade.sandbox.process.ProcessSandbox;
import org.wiregrade.submission.Template;
import org.wiregrade.testbed.Vocabulary;

class BatchTest {
    @TempDir
    Path folder;

    private Path submissions;
    private Path out;

    /** Remembers which submissions were really run. */
    private static final class Log implements Progress {
        private final List<String> run = new ArrayList<>();
        private final List<String> known = new ArrayList<>();

        @Override
        public void rehearsed(Rehearsed rehearsed) {}

        @Override
        public void planned(int submissions) {}

        @Override
        public void graded(Grade grade, double seconds, boolean fromEarlier) {
            (fromEarlier ? known : run).add(grade.submission());
        }

        @Override
        public void gradedAgain(Grade grade, double seconds) {}

        @Override
        public void close() {}
    }

    @BeforeEach
    void aClassOfThree() throws IOException {
        submissions = folder.resolve("class");
        out = folder.resolve("out");
        MiniLab.submit(submissions.resolve("ada"), "good");
        MiniLab.submit(submissions.resolve("bob"), "bad");
        MiniLab.submit(submissions.resolve("cy"), "good");
    }

    private Log grade(Shard shard, Path to, boolean resume, Optional<Seal> seal) throws Exception {
        var log = new Log();
        try (var sandbox = new ProcessSandbox();
                var grader = new Grader(Template.bundled(), sandbox, Optional.empty(), Vocabulary.any())) {
            List<HandedIn> ours =
                    shard.of(Intake.of(submissions, folder.resolve("intake")).handedIn());
            new Batch(grader, List.of(MiniLab.LAB), new ResultFolder(to, seal), 2, resume, log, KnownRight.NONE)
                    .run(ours);
        }
        return log;
    }

    private Result result(String name) throws IOException {
        return ResultJson.read(out.resolve("submissions").resolve(name).resolve("result.json"));
    }

    @Test
    void everySubmissionGetsItsResultItsPageAndItsRow() throws Exception {
        grade(Shard.WHOLE, out, false, Optional.empty());

        assertThat(result("ada").earned()).isEqualTo(5);
        assertThat(result("bob").earned()).isZero();
        assertThat(Files.readString(out.resolve("submissions/bob/feedback.html")))
                .contains("Write good.");
        assertThat(Files.readAllLines(out.resolve("grades.csv")))
                .hasSize(4)
                .anySatisfy(row -> assertThat(row).startsWith("ada,mini,5,5,100.0,no,,3,2"))
                .anySatisfy(row -> assertThat(row).startsWith("bob,mini,0,5,0.0,no,mini.word: bad,0,0"));
    }

    @Test
    void resumingRunsOnlyWhatIsMissingOrChanged() throws Exception {
        grade(Shard.WHOLE, out, false, Optional.empty());
        Files.delete(out.resolve("submissions/ada/result.json"));
        MiniLab.submit(submissions.resolve("bob"), "good");

        Log log = grade(Shard.WHOLE, out, true, Optional.empty());

        assertThat(log.run).containsExactlyInAnyOrder("ada", "bob");
        assertThat(log.known).containsExactly("cy");
        assertThat(result("bob").earned()).isEqualTo(5);
        assertThat(Files.readAllLines(out.resolve("grades.csv"))).hasSize(4);
    }

    @Test
    void aResultThatIsOnlyHalfWrittenCountsAsMissing() throws Exception {
        grade(Shard.WHOLE, out, false, Optional.empty());
        Path torn = out.resolve("submissions/ada/result.json");
        Files.writeString(torn, Files.readString(torn).substring(0, 100));

        assertThat(grade(Shard.WHOLE, out, true, Optional.empty()).run).containsExactly("ada");
        assertThat(result("ada").earned()).isEqualTo(5);
    }

    @Test
    void shardsMergeToTheGradesOfOneRun() throws Exception {
        grade(Shard.WHOLE, out, false, Optional.empty());
        Path merged = folder.resolve("merged");
        var all = new ResultFolder(merged, Optional.empty());
        for (int k = 1; k <= 2; k++) {
            Path part = folder.resolve("part" + k);
            grade(new Shard(k, 2), part, false, Optional.empty());
            all.takeOver(part);
        }

        all.summarize();

        assertThat(merged.resolve("grades.csv")).hasSameTextualContentAs(out.resolve("grades.csv"));
    }

    @Test
    void aResultThatWasChangedAfterSigningIsNotTakenOver() throws Exception {
        Path key = Files.writeString(folder.resolve("key"), "a key of more than sixteen bytes");
        Seal seal = Seal.of(key);
        grade(Shard.WHOLE, out, false, Optional.of(seal));
        Path bob = out.resolve("submissions/bob/result.json");
        Files.writeString(bob, Files.readString(bob).replace("\"FAILED\"", "\"PASSED\""));
        var all = new ResultFolder(folder.resolve("merged"), Optional.of(seal));

        assertThatThrownBy(() -> all.takeOver(out))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("bob")
                .hasMessageContaining("signature");
        assertThat(grade(Shard.WHOLE, out, true, Optional.of(seal)).run).containsExactly("bob");
        all.takeOver(out);
        assertThat(all.summarize()).hasSize(3);
    }

    @Test
    void anArchiveThatCannotBeOpenedIsTheStudentsFailureAndSaysWhy() throws Exception {
        Files.writeString(submissions.resolve("dan.zip"), "this is no zip");

        grade(Shard.WHOLE, out, false, Optional.empty());

        assertThat(result("dan").checks()).allSatisfy(check -> {
            assertThat(check.verdict()).isEqualTo(Verdict.FAILED);
            assertThat(check.got()).contains("dan.zip");
        });
        assertThat(result("ada").earned()).isEqualTo(5);
    }

    @Test
    void whatCouldNotBeToldIsTriedAgainAndThenLeftToAPerson() throws Exception {
        MiniLab.submit(submissions.resolve("eve"), "broken");

        grade(Shard.WHOLE, out, false, Optional.empty());

        assertThat(result("eve").needsPerson()).isTrue();
        assertThat(grade(Shard.WHOLE, out, true, Optional.empty()).run).containsExactly("eve");
    }
}
