package org.wiregrade.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wiregrade.export.Samples.graded;
import static org.wiregrade.export.Samples.hiding;
import static org.wiregrade.export.Samples.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The results that Classroom 50 takes, held to its rules. */
class Classroom50Test {
    private static final Path SCORES = Samples.FOLDER.resolve("classroom50/scores.json");
    private static final Set<String> NEEDED = Set.of(
            "schema",
            "classroom",
            "assignment",
            "assignment_type",
            "owner",
            "submission",
            "commit",
            "release",
            "review",
            "datetime",
            "score",
            "max-score",
            "tests");
    private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ";

    @TempDir
    private Path folder;

    private Outcome export(Path sheet, Entry... entries) throws IOException {
        return Format.CLASSROOM50.write(request(List.of(entries), folder, sheet));
    }

    private JsonNode result(String who) throws IOException {
        JsonNode result = new ObjectMapper()
                .readTree(folder.resolve(who).resolve("result.json").toFile());
        requireRules(result);
        return result;
    }

    private static void requireRules(JsonNode result) {
        Set<String> fields = new TreeSet<>();
        result.fieldNames().forEachRemaining(fields::add);
        assertThat(fields).containsAll(NEEDED);
        fields.removeAll(NEEDED);
        assertThat(Set.of("graded_at", "submitted_by")).containsAll(fields);
        assertThat(result.get("datetime").asText()).matches(TIME);
        assertThat(result.get("graded_at").asText()).matches(TIME);
        requireWhole(result);
        result.get("tests").forEach(test -> {
            requireWhole(test);
            assertThat(test.get("passed").isBoolean()).isTrue();
            assertThat(test.get("test-name").asText()).isNotEmpty();
        });
    }

    private static void requireWhole(JsonNode points) {
        assertThat(points.get("score").isInt() && points.get("max-score").isInt())
                .isTrue();
        assertThat(points.get("score").asInt())
                .isBetween(0, points.get("max-score").asInt());
    }

    @Test
    void eachOwnersNewestSubmissionGetsItsPoints() throws IOException {
        Outcome outcome = export(SCORES, graded("mara-i", "94"), graded("spring-chat-jonas-o", "80"));

        assertThat(result("mara-i").get("submission").asText()).contains("02Z");
        assertThat(result("mara-i").get("score").asInt()).isEqualTo(94);
        assertThat(result("spring-chat-jonas-o").at("/submitted_by/username").asText())
                .isEqualTo("jonas-o");
        assertThat(result("mara-i").at("/tests/1/message").asText()).startsWith("got: ]]>");
        assertThat(outcome).isEqualTo(Outcome.DONE);
    }

    @Test
    void fractionsAreMadeWholeForTheWholeClass() throws IOException {
        Outcome outcome = export(SCORES, graded("mara-i", "94.5"), graded("jonas-o", "80"));

        assertThat(result("mara-i").get("score").asInt()).isEqualTo(945);
        assertThat(result("jonas-o").get("score").asInt()).isEqualTo(800);
        assertThat(result("jonas-o").at("/tests/0/max-score").asInt()).isEqualTo(40);
        assertThat(outcome.notes()).singleElement().asString().endsWith("times 10");
    }

    @Test
    void gradesOfManyDecimalsAreRefused() {
        assertThatThrownBy(() -> export(SCORES, graded("mara-i", "33.33333")))
                .hasMessageContaining("set points.round in the policy");
    }

    @Test
    void aHiddenCheckHasItsTitleAndNoPoints() throws IOException {
        export(SCORES, graded("mara-i", "84", Optional.of(hiding("chat.two"))));

        assertThat(result("mara-i").at("/tests/1"))
                .hasToString("{\"test-name\":\"Title of chat.two\",\"passed\":true,\"score\":0,\"max-score\":0,"
                        + "\"message\":\"not shown yet\"}");
    }

    @Test
    void whoIsNotThereIsListedAndAnOldFileGoes() throws IOException {
        export(SCORES, graded("mara-i", "94"));
        Outcome outcome = export(SCORES, graded("nobody", "5"), graded("pat-on", "5"), graded("mara-i", "101"));

        assertThat(outcome.unwritten())
                .containsExactly(
                        "nobody: nobody in the sheet fits",
                        "pat-on: nobody in the sheet fits",
                        "mara-i: 101 of 100 cannot be a result there");
        assertThat(folder.resolve("mara-i/result.json")).doesNotExist();
    }

    @Test
    void aResultOfTheRunnerIsFilledInAndItsTimeIsMadeUtc() throws IOException {
        JsonNode newest = new ObjectMapper().readTree(SCORES.toFile()).at("/assignments/chat/entries/0/submissions/0");
        Path sheet = Files.writeString(
                folder.resolve("stub.json"),
                newest.toString()
                        .replace("2027-03-08T20:14:02Z", "2027-03-08T21:14:02+01:00")
                        .replace("{\"schema\"", "{\"assignment\":\"chat\",\"schema\""));
        export(sheet, graded("mara-i", "94"));

        assertThat(result("mara-i").get("datetime").asText()).isEqualTo("2027-03-08T20:14:02Z");
    }

    @Test
    void whatIsNoScoresIsRefused() throws IOException {
        Path sheet = Files.writeString(folder.resolve("other.json"), "{\"schema\": \"other\"}");

        assertThatThrownBy(() -> export(sheet, graded("mara-i", "94")))
                .hasMessageContaining("has the schema \"other\"");
    }
}
