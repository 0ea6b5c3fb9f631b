package org.wiregrade.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.wiregrade.export.Samples.graded;
import static org.wiregrade.export.Samples.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wiregrade.policy.ExportPolicy;

/** Samples that somebody else made from the platforms' sources, where they are at hand. */
class CollectedFormatsTest {
    private static final Path COLLECTED = Path.of(System.getProperty("wiregrade.formats", "../../shared/formats"));

    @TempDir
    private Path folder;

    @BeforeEach
    void theyAreHere() {
        assumeTrue(Files.isDirectory(COLLECTED), "there are no collected samples in " + COLLECTED);
    }

    private static List<Entry> entries(String names, String grades) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < names.split(" / ").length; i++) {
            entries.add(graded(names.split(" / ")[i], grades.split(" ")[i]));
        }
        return entries;
    }

    @ParameterizedTest
    @CsvSource({
        "worksheet-en, Ada Example_1201 / Björn Müller-Øst_1202 / 李 小龙_1203 / Dana OSample_1204, 100 94 84.5 43",
        "worksheet-de, Ada Example_1201 / Björn Müller-Øst_1202, 94.5 90"
    })
    void worksheetsAreFilledInAsTheirMakerWouldHaveThem(String sheet, String names, String grades) throws IOException {
        Path moodle = COLLECTED.resolve("moodle");
        Format.MOODLE.write(request(entries(names, grades), folder, moodle.resolve(sheet + ".csv")));

        Sheet written = Sheet.parse("", Files.readString(folder.resolve("worksheet.csv")), ',');
        Sheet wanted = Sheet.parse("", Files.readString(moodle.resolve(sheet + ".filled.csv")), ',');
        int last = wanted.header().size() - 1;
        assertThat(written.rows().stream().map(row -> row.subList(0, last)).toList())
                .isEqualTo(
                        wanted.rows().stream().map(row -> row.subList(0, last)).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "refused-backslash-before-quote.csv",
                "refused-no-modified-column.csv",
                "refused-opened-in-excel-semicolon.csv",
                "refused-row-too-short.csv"
            })
    void worksheetsThatMoodleWouldNotTakeAreRefused(String sheet) {
        assertThatThrownBy(() -> Format.MOODLE.write(request(
                        List.of(graded("Ada Example_1201", "100")),
                        folder,
                        COLLECTED.resolve("moodle").resolve(sheet))))
                .isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"worksheet-en-second.csv", "worksheet-two-markers.csv", "worksheet-blind-team-workflow.csv"})
    void otherWorksheetsAreRead(String sheet) throws IOException {
        MoodleWorksheet worksheet =
                MoodleWorksheet.read(COLLECTED.resolve("moodle").resolve(sheet), Optional.empty());

        assertThat(worksheet.people()).isNotEmpty().allMatch(row -> row.number().matches("\\d{4}"));
        assertThat(worksheet.feedback()).isPresent();
        assertThat(worksheet.changeable()).isPresent();
    }

    @Test
    void theImportThatOurTestsImitateIsTheirMakers() throws IOException {
        List<String> cases = Files.readAllLines(COLLECTED.resolve("moodle/feedback-zip-cases.txt"));

        for (String each : cases.subList(1, cases.size())) {
            String[] parts = each.split(" \\| ", 2);
            Optional<String> owner = MoodleImport.owner(parts[0], Set.of("1201", "77"));
            assertThat(owner.map(number -> "user " + number).orElse("no"))
                    .as(each)
                    .isEqualTo(
                            parts[1].startsWith("user")
                                    ? "user 1201"
                                    : parts[1].startsWith("participant 77") ? "user 77" : "no");
        }
        assertThat(cases).hasSizeGreaterThan(10);
    }

    @ParameterizedTest
    @CsvSource({
        "gradebook-en.csv, gradebook-en.filled.csv, false",
        "gradebook-en.csv, gradebook-en.small.csv, true",
        "gradebook-semicolon-comma-bom.csv, gradebook-semicolon-comma-bom.filled.csv, false"
    })
    void gradebooksAreFilledInAsTheirMakerWouldHaveThem(String sheet, String wanted, boolean onlyOurs)
            throws IOException {
        Path canvas = COLLECTED.resolve("canvas");
        Path target = folder.resolve("grades.csv");
        Format.CANVAS.write(new Request(
                entries("exampleada_4001 / müllerøstbjörn_4002 / 李小龙_4003", "100 94 84.5"),
                ExportPolicy.PLAIN,
                target,
                Optional.of(canvas.resolve(sheet)),
                Optional.of("91001"),
                onlyOurs,
                false));

        char separator = sheet.contains("semicolon") ? ';' : ',';
        assertThat(Sheet.parse("", Files.readString(target), separator))
                .isEqualTo(Sheet.parse("", Files.readString(canvas.resolve(wanted)), separator));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gradebook-first-last.csv",
                "gradebook-no-sis-muted.csv",
                "gradebook-grading-period-override.csv",
                "gradebook-comma-quoted-decimal-comma.csv"
            })
    void otherGradebooksAreFilledIn(String sheet) throws IOException {
        Path target = folder.resolve("grades.csv");
        Outcome outcome = Format.CANVAS.write(new Request(
                List.of(graded("exampleada_4001", "12.5")),
                ExportPolicy.PLAIN,
                target,
                Optional.of(COLLECTED.resolve("canvas").resolve(sheet)),
                Optional.of("91001"),
                false,
                false));

        assertThat(outcome.unwritten()).isEmpty();
        assertThat(CanvasImport.number(
                        CanvasImport.gradebook(target, "Chat lab (91001)").get("4001")))
                .isEqualTo(12.5);
    }

    @ParameterizedTest
    @CsvSource({
        "GRADESCOPE, gradescope/results.schema.json, ada-example/results.json",
        "PRAIRIELEARN, prairielearn/results.schema.json, ada-example/results.json",
        "CLASSROOM50, classroom50/result.schema.json, ada-example/result.json"
    })
    void resultsHaveWhatTheSchemaWantsAndNothingThatItDoesNotKnow(Format format, String schema, String file)
            throws IOException {
        format.write(
                request(List.of(graded("ada-example", "94")), folder, COLLECTED.resolve("classroom50/scores.json")));

        JsonNode rules = new ObjectMapper().readTree(COLLECTED.resolve(schema).toFile());
        JsonNode result = new ObjectMapper().readTree(folder.resolve(file).toFile());
        requireFields(rules, result);
        result.get("tests").forEach(test -> requireFields(rules.at("/properties/tests/items"), test));
    }

    private static void requireFields(JsonNode rules, JsonNode object) {
        rules.path("required")
                .forEach(name ->
                        assertThat(object.has(name.asText())).as(name.asText()).isTrue());
        if (rules.has("additionalProperties")
                && !rules.get("additionalProperties").asBoolean(true)) {
            object.fieldNames()
                    .forEachRemaining(name -> assertThat(rules.get("properties").has(name))
                            .as(name)
                            .isTrue());
        }
    }
}
