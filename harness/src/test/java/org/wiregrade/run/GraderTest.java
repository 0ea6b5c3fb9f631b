package org.wiregrade.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wiregrade.results.CheckResult;
import org.wiregrade.results.Result;
import org.wiregrade.results.Verdict;
import org.wiregrade.sandbox.process.ProcessSandbox;
import org.wiregrade.submission.Submission;
import org.wiregrade.submission.Template;
import org.wiregrade.testbed.Vocabulary;

class GraderTest {
    @TempDir
    Path folder;

    private Result grade(String word) throws IOException {
        MiniLab.submit(folder, word);
        try (var sandbox = new ProcessSandbox();
                var grader = new Grader(Template.bundled(), sandbox, Optional.empty(), Vocabulary.any())) {
            return grader.grade(Submission.in(folder), List.of(MiniLab.LAB));
        }
    }

    @Test
    void whatPassesEarnsItsPointsAndMaySayWhatItSaw() throws IOException {
        Result result = grade("good");

        assertThat(result.checks())
                .extracting(CheckResult::id, CheckResult::verdict, CheckResult::earned, CheckResult::detail)
                .containsExactly(
                        tuple("mini.word", Verdict.PASSED, 3, "the word has four letters"),
                        tuple("mini.after", Verdict.PASSED, 2, ""));
        assertThat(result.lab()).isEqualTo("mini");
        assertThat(result.earned()).isEqualTo(5);
        assertThat(result.allPassed()).isTrue();
    }

    @Test
    void aFailureIsToldInWordsAndWhatBuildsOnItIsSkipped() throws IOException {
        Result result = grade("bad");

        CheckResult word = result.checks().get(0);
        assertThat(word.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(word.expected()).isEqualTo("good");
        assertThat(word.got()).isEqualTo("bad");
        assertThat(word.hint()).isEqualTo("Write good.");
        CheckResult after = result.checks().get(1);
        assertThat(after.verdict()).isEqualTo(Verdict.SKIPPED);
        assertThat(after.got()).contains("The word is good").contains("mini.word");
        assertThat(result.allPassed()).isFalse();
        assertThat(result.needsPerson()).isFalse();
    }

    @Test
    void theHarnesssOwnTroubleIsNoFailureAndNeitherIsWhatBuildsOnIt() throws IOException {
        Result result = grade("broken");

        assertThat(result.checks()).extracting(CheckResult::verdict).containsOnly(Verdict.BROKEN);
        assertThat(result.checks().get(0).got()).contains("the dictionary is lost");
        assertThat(result.needsPerson()).isTrue();
    }

    @Test
    void whatHasNothingToJudgeIsSkippedSaysWhyAndKeepsNothingElseFromRunning() throws IOException {
        Result result = grade("none");

        assertThat(result.checks()).extracting(CheckResult::verdict).containsExactly(Verdict.SKIPPED, Verdict.PASSED);
        assertThat(result.checks().get(0).got()).isEqualTo("there is nothing to judge");
    }
}
