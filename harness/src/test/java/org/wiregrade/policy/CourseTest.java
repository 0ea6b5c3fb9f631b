package org.wiregrade.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wiregrade.results.CheckResult;
import org.wiregrade.results.Result;
import org.wiregrade.results.Verdict;

/** Whose submission counts, with what points, and what a person's word does. */
class CourseTest {
    private static final String HEAD = "schema: wiregrade/class/v1\ncourse: {timezone: UTC}\n";

    @TempDir
    private Path folder;

    private Course course(String policy, Result... results) throws IOException {
        Path file = Files.writeString(folder.resolve("class.yml"), HEAD + policy);
        return Course.of(
                PolicyFile.read(file, Catalogue.UNKNOWN),
                Arrays.stream(results)
                        .map(result -> new Course.Graded(result, List.of()))
                        .toList());
    }

    private static String grades(Course course) {
        return course.calculations().stream()
                .map(each -> each.who() + " " + each.shown())
                .collect(Collectors.joining(", "));
    }

    private static Result ana(CheckResult... checks) {
        return Results.of("ana", "chat", checks);
    }

    private void list(String name, String... lines) throws IOException {
        Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
    }

    @Test
    void withoutRulesPointsStayAsTheyAre() throws IOException {
        assertThat(grades(course(
                        "labs: {chat: {missing: 0}}", ana(Results.check("a", 10, 10), Results.check("b", 5, 3)))))
                .isEqualTo("ana 13");
    }

    @Test
    void theMostExactNameGivesTheWeight() throws IOException {
        String policy = "labs: {chat: {points: {weights: {Task: 4, chat.log: 3, chat.log.one: 2, storm: 0}}}}";

        assertThat(course(
                                policy,
                                ana(
                                        Results.check("chat.log.one", 1, 1),
                                        Results.check("chat.log.two", 1, 1),
                                        Results.check("chat.rest", 1, 1),
                                        Results.check("chat.storm", 7, 0)))
                        .calculations())
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.shown()).isEqualTo("9");
                    assertThat(each.outOfText()).isEqualTo("9");
                });
    }

    @Test
    void bonusPointsAreAddedUpToTheMost() throws IOException {
        String policy = "labs: {chat: {points: {bonus: {b: 4}, max: %s}}}";

        assertThat(grades(course(policy.formatted(20), ana(Results.check("a", 10, 10), Results.check("b", 2, 1)))))
                .isEqualTo("ana 13");
        assertThat(grades(course(policy.formatted(12), ana(Results.check("a", 10, 10), Results.check("b", 2, 1)))))
                .isEqualTo("ana 12");
    }

    @Test
    void roundingHappensOnceAndToTheStep() throws IOException {
        String policy = "labs: {chat: {points: {out-of: 10, round: {to: 0.5, mode: %s}}}}";
        Result quarter = ana(Results.check("a", 40, 21));

        assertThat(grades(course(policy.formatted("half-up"), quarter))).isEqualTo("ana 5.5");
        assertThat(grades(course(policy.formatted("half-even"), quarter))).isEqualTo("ana 5");
        assertThat(grades(course(policy.formatted("down"), quarter))).isEqualTo("ana 5");
        assertThat(grades(course(policy.formatted("up"), quarter))).isEqualTo("ana 5.5");
    }

    @Test
    void whatCouldNotBeToldIsHeldUnlessThePolicyDecides() throws IOException {
        Result unknown = ana(Results.check("a", 6, 6), Results.check("b", 4, 0, Verdict.BROKEN));

        assertThat(grades(course("labs: {chat: {missing: 0}}", unknown))).isEqualTo("ana held");
        assertThat(grades(course("labs: {chat: {unknown: full}}", unknown))).isEqualTo("ana 10");
        assertThat(grades(course("labs: {chat: {unknown: zero}}", unknown))).isEqualTo("ana 6");
        assertThat(grades(course("labs: {chat: {points: {weights: {b: 0}}}}", unknown)))
                .isEqualTo("ana 6");
    }

    @Test
    void aFlaggedResultIsHeldUnlessThePolicyIgnoresFlags() throws IOException {
        var flagged = new Course.Graded(ana(Results.check("a", 6, 6)), List.of("it was copied"));
        Path file = Files.writeString(folder.resolve("class.yml"), HEAD + "labs: {chat: {missing: 0}}");
        Path ignoring = Files.writeString(folder.resolve("other.yml"), HEAD + "labs: {chat: {flagged: ignore}}");

        assertThat(grades(Course.of(PolicyFile.read(file, Catalogue.UNKNOWN), List.of(flagged))))
                .isEqualTo("ana held");
        assertThat(grades(Course.of(PolicyFile.read(ignoring, Catalogue.UNKNOWN), List.of(flagged))))
                .isEqualTo("ana 6");
    }

    @Test
    void whatNothingWasCheckedOfIsHeld() throws IOException {
        assertThat(grades(course("labs: {chat: {missing: 0}}", ana()))).isEqualTo("ana held");
    }

    @Test
    void aDueDateWithoutATimeOfSubmissionIsHeld() throws IOException {
        Course course = course("labs: {chat: {due: 2027-01-10}}", ana(Results.check("a", 6, 6)));

        assertThat(course.calculations().get(0).held())
                .singleElement()
                .asString()
                .contains("when it was handed in");
    }

    @Test
    void aPersonsWordStandsAndIsListedWithWhatItReplaces() throws IOException {
        String override = "\noverrides:\n- {who: ana, lab: chat, %s, reason: oral, by: me, at: 2027-01-01}\n";
        Result result = ana(Results.check("a", 6, 2), Results.check("b", 4, 0, Verdict.BROKEN));
        String lab = "labs: {chat: {missing: 0}}";

        assertThat(grades(course(lab + override.formatted("check: b, points: 3"), result)))
                .isEqualTo("ana 5");
        Course total = course(lab + override.formatted("total: 9"), result);
        assertThat(grades(total)).isEqualTo("ana 9");
        assertThat(total.calculations().get(0).differences())
                .singleElement()
                .asString()
                .contains("9 (computed 2)", "oral");
        assertThat(grades(course(lab + override.formatted("excused: true"), result)))
                .isEqualTo("ana excused");
        assertThat(grades(course("labs: {chat: {unknown: zero}}" + override.formatted("add: -1"), result)))
                .isEqualTo("ana 1");
    }

    @Test
    void aPlatformThatTakesOffForLatenessItselfGetsTheGradeBefore() throws IOException {
        list(
                "times.csv",
                "who,lab,submitted,from,submission",
                "ana,chat,2027-01-02T12:00,,",
                "bob,chat,2027-01-09T12:00,,");
        String policy =
                "submissions: times.csv\nlabs: {chat: {due: 2027-01-01T12:00, cutoff: 5d, points: {out-of: 10}, "
                        + "late: {deduct: 20%}}}\n";
        String override = "overrides:\n- {who: ana, lab: chat, total: 7, reason: oral, by: me, at: 2027-01-03}\n";
        Result[] results = {ana(Results.check("a", 10, 9)), Results.of("bob", "chat", Results.check("a", 10, 9))};

        assertThat(course(policy, results).calculations())
                .extracting(each -> each.shown() + " "
                        + each.gradeBeforeLateness().map(Numbers::plain).orElse("none"))
                .containsExactly("7 9", "0 0");
        assertThat(course(policy + override, results[0]).calculations().get(0).gradeBeforeLateness())
                .map(Numbers::plain)
                .contains("7");
    }

    @Test
    void whatIsHeldHasNoGradeBeforeLatenessEither() throws IOException {
        Result unknown = ana(Results.check("a", 6, 6), Results.check("b", 4, 0, Verdict.BROKEN));

        assertThat(course("labs: {chat: {missing: 0}}", unknown)
                        .calculations()
                        .get(0)
                        .gradeBeforeLateness())
                .isEmpty();
    }

    @Test
    void theReasonOfAnOverrideIsNotForTheStudent() throws IOException {
        Calculation graded =
                course("""
                labs: {chat: {missing: 0}}
                overrides:
                - {who: ana, lab: chat, total: 3, reason: SECRET, by: me, at: 2027-01-01}
                """, ana(Results.check("a", 6, 2))).calculations().get(0);

        assertThat(graded.stepsForStudent())
                .isNotEmpty()
                .noneMatch(step -> step.words().contains("SECRET"));
    }

    @Test
    void anOverrideOfWhoIsNotHereIsSaid() throws IOException {
        Course course = course("""
                labs: {chat: {missing: 0}}
                overrides:
                - {who: anna, lab: chat, total: 3, reason: oral, by: me, at: 2027-01-01}
                """, ana(Results.check("a", 6, 2)));

        assertThat(course.notes()).singleElement().asString().contains("\"anna\"", "did you mean \"ana\"?", "line 5");
    }

    @Test
    void freeDaysAreUsedUpInTheOrderOfDueDates() throws IOException {
        list("times.csv", "who,lab,submitted,from,submission", "ana,b,2027-02-02T12:00,,", "ana,a,2027-01-03T12:00,,");
        String late = "late: {deduct: 10%, free-days: {use: 2}}";
        Course course = course(
                "labs: {b: {due: 2027-02-01T12:00, points: {out-of: 10}, " + late + "}, a: {due: 2027-01-01T12:00, "
                        + "points: {out-of: 10}, " + late + "}}\nfree-days: {budget: 2}\nsubmissions: times.csv\n",
                Results.of("ana", "b", Results.check("x", 10, 10)),
                Results.of("ana", "a", Results.check("x", 10, 10)));

        assertThat(course.calculations())
                .extracting(each -> each.lab() + " " + each.shown() + ", " + each.freeDaysLeft() + " left")
                .containsExactly("a 10, 0 left", "b 9, 0 left");
    }

    @Test
    void eachMemberOfATeamIsLateByTheOwnDays() throws IOException {
        list("roster.csv", "id,group,email", "ana,red,ana@example.edu", "bob,red,", "cy,,");
        list("times.csv", "who,lab,submitted,from,submission", "ana@example.edu,chat,2027-01-02T12:00,platform,");
        String policy =
                "roster: roster.csv\nsubmissions: times.csv\nlabs: {chat: {due: 2027-01-01T12:00, points: {out-of: 10}, "
                        + "late: {deduct: 20%}, team: {from: roster}, missing: empty}}\nextensions:\n"
                        + "- {who: bob, by: 1d, reason: ill}\n";

        assertThat(grades(course(policy, ana(Results.check("a", 10, 10))))).isEqualTo("ana 8, bob 10, cy ");
    }

    @Test
    void theSubmissionCountsThatThePolicyChooses() throws IOException {
        list(
                "times.csv",
                "who,lab,submitted,from,submission",
                "ana,chat,2027-01-01T10:00,,first",
                "ana,chat,2027-01-01T11:00,,second",
                "ana,chat,2027-01-02T11:00,,third");
        String policy = "submissions: times.csv\nlabs: {chat: {due: 2027-01-01T12:00, points: {out-of: 10}, "
                + "late: {deduct: 50%%}, attempts: {%s}}}\n";
        Result[] results = {
            Results.of("first", "chat", Results.check("a", 10, 9)),
            Results.of("second", "chat", Results.check("a", 10, 6)),
            Results.of("third", "chat", Results.check("a", 10, 10))
        };

        assertThat(grades(course(policy.formatted("count: last"), results))).isEqualTo("ana 5");
        assertThat(grades(course(policy.formatted("count: first"), results))).isEqualTo("ana 9");
        assertThat(grades(course(policy.formatted("count: last-on-time"), results)))
                .isEqualTo("ana 6");
        assertThat(grades(course(policy.formatted("count: best"), results))).isEqualTo("ana 9");
        assertThat(grades(course(policy.formatted("limit: 2, over-limit: refuse"), results)))
                .isEqualTo("ana 6");
        assertThat(grades(course(policy.formatted("limit: 1, over-limit: 10%"), results)))
                .isEqualTo("ana 3");
        assertThat(grades(course(policy.formatted("count: last"), results[0]))).isEqualTo("ana held");
    }

    @Test
    void theFirstSourceThatKnowsATimeIsBelieved() throws IOException {
        list(
                "times.csv",
                "who,lab,submitted,from,submission",
                "ana,chat,2027-01-01T10:00,commit,",
                "ana,chat,2027-01-05T10:00,platform,");
        String policy = "submissions: times.csv\nlabs: {chat: {due: 2027-01-01T12:00, time-from: [%s]}}\n";

        assertThat(course(policy.formatted("commit, platform"), ana(Results.check("a", 6, 6)))
                        .calculations()
                        .get(0)
                        .state())
                .isEqualTo(Calculation.State.ON_TIME);
        assertThat(course(policy.formatted("platform"), ana(Results.check("a", 6, 6)))
                        .calculations()
                        .get(0)
                        .state())
                .isEqualTo(Calculation.State.LATE);
    }

    @Test
    void whoFitsTwoOnTheRosterIsSaidAndNotGuessed() throws IOException {
        list("roster.csv", "id,moodle,canvas", "ana,77,", "bob,,77");
        Course course = course(
                "roster: roster.csv\nlabs: {chat: {missing: empty}}",
                Results.of("Ana Pop_77", "chat", Results.check("a", 6, 6)));

        assertThat(course.notes()).singleElement().asString().contains("several", "ana, bob");
        assertThat(grades(course)).isEqualTo("Ana Pop_77 6, ana , bob ");
    }

    @Test
    void aCheckIsHiddenUntilItsTime() throws IOException {
        Path file = Files.writeString(
                folder.resolve("class.yml"),
                HEAD
                        + "labs: {chat: {due: 2027-01-01T12:00, published: 2027-02-01T12:00, visibility: {default: after-due, "
                        + "a: never, b: after-published, c: always}}}\n"
                        + "extensions: [{who: ana, by: 2d, reason: ill}]\n");
        ClassPolicy policy = PolicyFile.read(file, Catalogue.UNKNOWN);
        Result result = ana(
                Results.check("a", 1, 1), Results.check("b", 1, 1), Results.check("c", 1, 1), Results.check("d", 1, 1));
        Calculation of = Course.of(policy, List.of(new Course.Graded(result, List.of())))
                .calculations()
                .get(0);
        LabPolicy lab = policy.labs().get("chat");

        assertThat(Visible.hidden(lab, of, result, Instant.parse("2027-01-02T12:00:00Z")))
                .containsExactlyInAnyOrder("a", "b", "d");
        assertThat(Visible.hidden(lab, of, result, Instant.parse("2027-01-03T12:00:00Z")))
                .containsExactlyInAnyOrder("a", "b");
        assertThat(Visible.hidden(lab, of, result, Instant.parse("2027-02-01T12:00:00Z")))
                .containsExactly("a");
    }
}
