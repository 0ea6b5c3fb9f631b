package org.wiregrade.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wiregrade.policy.Catalogue;
import org.wiregrade.policy.ClassPolicy;
import org.wiregrade.policy.PolicyFile;
import org.wiregrade.results.CheckResult;
import org.wiregrade.results.Result;
import org.wiregrade.results.ResultSample;
import org.wiregrade.results.Seal;
import org.wiregrade.results.Transcript;
import org.wiregrade.results.Verdict;

/** A policy on results that are on disk, and what is believed of them. */
class RegradingTest {
    private static final Instant NOW = Instant.parse("2027-01-01T00:00:00Z");

    @TempDir
    private Path folder;

    private Path out;
    private Optional<Seal> seal;
    private ResultFolder results;

    @BeforeEach
    void aSignedResult() throws IOException {
        seal = Optional.of(Seal.of(Files.writeString(folder.resolve("key"), "0123456789abcdef")));
        out = folder.resolve("out");
        results = new ResultFolder(out, seal);
        results.write(result("ana", 95));
    }

    private static Result result(String name, int earned) {
        return ResultSample.of(
                name,
                "chat",
                Instant.EPOCH,
                List.of(),
                List.of(new Transcript("server", "PRINTED")),
                new CheckResult("chat.a", "T", "Title A", 95, earned, Verdict.FAILED, "WANTED", "SEEN", "LOOK", "MORE"),
                new CheckResult("chat.b", "T", "Title B", 5, 0, Verdict.FAILED, "other", "seen", "", ""));
    }

    private ClassPolicy policy(String lab) throws IOException {
        Path file = Files.writeString(
                folder.resolve("class.yml"),
                "schema: wiregrade/class/v1\ncourse: {timezone: UTC}\nlabs: {chat: {" + lab + "}}\n");
        return PolicyFile.read(file, Catalogue.UNKNOWN);
    }

    private List<String> regrade(String lab) throws IOException {
        var regrading = new Regrading(List.of(results));
        ClassPolicy policy = policy(lab);
        return regrading.write(policy, regrading.by(policy), NOW);
    }

    private Path resultFile(String name) {
        return out.resolve("submissions").resolve(name).resolve("result.json");
    }

    private String page() throws IOException {
        return Files.readString(out.resolve("submissions/ana/feedback.html"));
    }

    @Test
    void gradesAndPagesFollowThePolicyAndResultsStayAsTheyAre() throws IOException {
        String before = Files.readString(resultFile("ana"));
        regrade("points: {out-of: 10, round: {to: 0.1}}");

        assertThat(out.resolve("final-grades.csv")).content().contains("ana,ana,chat,9.5,10,no due date,");
        assertThat(page()).contains("9.5 <small>of 10 points").contains("Checks: 95 of 100, as of 10");
        assertThat(resultFile("ana")).hasContent(before);
    }

    @Test
    void aGradeThatChangesIsListed() throws IOException {
        assertThat(regrade("points: {out-of: 10}")).isEmpty();
        assertThat(regrade("points: {out-of: 10}")).isEmpty();
        assertThat(regrade("points: {out-of: 20}")).containsExactly("ana, chat: 9.5 → 19");
    }

    @Test
    void aHiddenCheckShowsItsTitleAlone() throws IOException {
        regrade("visibility: {chat.a: never}");

        assertThat(page()).contains("Title A").contains("not shown yet").contains("Title B");
        assertThat(page()).doesNotContain("WANTED", "SEEN", "LOOK", "MORE", "PRINTED", "95/95");
        regrade("visibility: {chat.a: always}");
        assertThat(page()).contains("WANTED", "SEEN", "LOOK", "MORE", "PRINTED");
    }

    @Test
    void aTotalThatWasEditedIsNotBelieved() throws IOException {
        Files.writeString(
                resultFile("ana"),
                Files.readString(resultFile("ana")).replaceFirst("\"earned\" : 95", "\"earned\" : 100"));

        assertThatThrownBy(() -> new Regrading(List.of(results)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("says earned 100, and its checks sum to 95");
        assertThatThrownBy(results::summarize).hasMessageContaining("says earned 100");
        assertThatThrownBy(() -> new ResultFolder(folder.resolve("all"), seal).takeOver(out))
                .hasMessageContaining("says earned 100");
    }

    @Test
    void aCheckThatWasEditedIsNotBelieved() throws IOException {
        Files.writeString(
                resultFile("ana"), Files.readString(resultFile("ana")).replace("\"earned\" : 95", "\"earned\" : 94"));

        assertThatThrownBy(() -> new Regrading(List.of(results)))
                .hasMessageContaining("does not bear the key's signature");
        assertThatThrownBy(results::summarize).hasMessageContaining("does not bear the key's signature");
    }

    @Test
    void anothersResultIsNotBelievedThoughItIsSigned() throws IOException {
        Files.createDirectories(resultFile("bob").getParent());
        Files.copy(resultFile("ana"), resultFile("bob"));

        assertThatThrownBy(() -> new Regrading(List.of(results))).hasMessageContaining("is the result of ana");
        assertThatThrownBy(() -> new ResultFolder(folder.resolve("all"), seal).takeOver(out))
                .hasMessageContaining("is the result of ana");
    }

    @Test
    void aPageThatWasEditedIsMadeAnewWhereShardsAreMerged() throws IOException {
        Files.writeString(out.resolve("submissions/ana/feedback.html"), "all points");
        new ResultFolder(folder.resolve("all"), seal).takeOver(out);

        assertThat(folder.resolve("all/submissions/ana/feedback.html"))
                .content()
                .contains("Title A");
    }

    @Test
    void aResultOfALabThatThePolicyDoesNotHaveIsSaid() throws IOException {
        Path file = Files.writeString(
                folder.resolve("class.yml"), "schema: wiregrade/class/v1\nlabs: {two-flow: {missing: 0}}\n");
        ClassPolicy other = PolicyFile.read(file, Catalogue.UNKNOWN);

        assertThatThrownBy(() -> new Regrading(List.of(results)).by(other))
                .hasMessageContaining("of lab chat, and the policy has two-flow");
    }

    @Test
    void morePointsThanACheckIsWorthAreRefusedAlsoWithoutAKey() throws IOException {
        var unsigned = new ResultFolder(folder.resolve("unsigned"), Optional.empty());
        unsigned.write(result("ben", 96));

        assertThatThrownBy(unsigned::results).hasMessageContaining("gives 96 of 95 points for chat.a");
    }

    @Test
    void aFolderThatNoGradingWroteIsNamed() throws IOException {
        var empty = new ResultFolder(folder.resolve("empty"), Optional.empty());

        assertThatThrownBy(empty::results).hasMessageContaining("has no results");
    }
}
