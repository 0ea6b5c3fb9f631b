package org.wiregrade.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wiregrade.export.Samples.four;
import static org.wiregrade.export.Samples.graded;
import static org.wiregrade.export.Samples.request;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wiregrade.policy.Catalogue;
import org.wiregrade.policy.ExportPolicy;
import org.wiregrade.policy.PolicyFile;

/** The teacher's worksheet and the zip beside it, read as Moodle reads them. */
class MoodleTest {
    private static final Path SHEETS = Samples.FOLDER.resolve("moodle");
    private static final List<Entry> FOUR =
            four("Mara Ionescu_3101", "Jonas Øverland_3102", "王 芳_3103", "Pat ONeill_3104");

    @TempDir
    private Path folder;

    private Outcome export(String sheet, List<Entry> entries) throws IOException {
        return Format.MOODLE.write(request(entries, folder, SHEETS.resolve(sheet)));
    }

    private Map<String, MoodleImport.Taken> imported() throws IOException {
        return MoodleImport.worksheet(folder.resolve("worksheet.csv"), "Participant ", "Grade", "Feedback comments");
    }

    private Map<String, String> feedback() throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        try (var zip = new ZipInputStream(Files.newInputStream(folder.resolve("feedback.zip")))) {
            for (ZipEntry file = zip.getNextEntry(); file != null; file = zip.getNextEntry()) {
                files.put(file.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    @Test
    void theTeachersOwnWorksheetIsFilledInAndNothingElseChanges() throws IOException {
        export("worksheet-en.csv", FOUR);

        Sheet written = Sheet.parse("", Files.readString(folder.resolve("worksheet.csv")), ',');
        Sheet wanted = Sheet.parse("", Files.readString(SHEETS.resolve("worksheet-en.filled.csv")), ',');
        assertThat(written.hasBom()).isTrue();
        assertThat(written.header()).isEqualTo(wanted.header());
        assertThat(written.rows().stream().map(row -> row.subList(0, row.size() - 1)))
                .containsExactlyElementsOf(wanted.rows().stream()
                        .map(row -> row.subList(0, row.size() - 1))
                        .toList());
    }

    @Test
    void moodleReadsEachGradeAndEachCommentAsItWasMeant() throws IOException {
        export("worksheet-en.csv", FOUR);

        assertThat(imported().values().stream().limit(4).map(taken -> MoodleImport.number(taken.grade(), '.')))
                .containsExactly(100.0, 94.5, 0.0, 43.0);
        assertThat(imported().get("3102").feedback())
                .startsWith("<p>94.5 of 100.</p>")
                .contains("C:&#92;", "&#34;x&#34;", "&#60;b&#62;")
                .endsWith(MoodleFeedback.OURS);
        assertThat(imported().get("3105")).isEqualTo(new MoodleImport.Taken("", ""));
    }

    @Test
    void pagesGoBackUnderTheNamesThatMoodleTakes() throws IOException {
        export("worksheet-en.csv", FOUR);

        Set<String> participants = imported().keySet();
        assertThat(feedback().keySet())
                .contains("Pat ONeill_3104_assignfeedback_file/feedback.html")
                .allMatch(name -> MoodleImport.owner(name, participants).isPresent())
                .hasSize(4);
        assertThat(feedback().values()).allMatch(page -> page.contains("Title of chat.two"));
    }

    @Test
    void theSameExportMakesTheSameZip() throws IOException {
        export("worksheet-en.csv", FOUR);
        byte[] first = Files.readAllBytes(folder.resolve("feedback.zip"));
        export("worksheet-en.csv", FOUR);

        assertThat(folder.resolve("feedback.zip")).hasBinaryContent(first);
    }

    @Test
    void zerosAndPeopleWithoutAResultAreSaid() throws IOException {
        assertThat(export("worksheet-en.csv", FOUR).notes())
                .anyMatch(note -> note.contains("worksheet.csv first"))
                .anyMatch(note -> note.contains("0 of these arrived") && note.endsWith(": 王 芳_3103"))
                .anyMatch(note -> note.endsWith("these in the sheet: Nia Late"));
    }

    @Test
    void aTeachersWordsAndALockedGradeStay() throws IOException {
        Outcome outcome = export("worksheet-again.csv", FOUR);

        assertThat(imported().get("3101").feedback()).startsWith("<p>100 of 100.</p>");
        assertThat(imported().get("3102").grade()).isEqualTo("94.50");
        assertThat(imported().get("3102").feedback()).isEqualTo("<p>See me on Monday.</p>");
        assertThat(imported().get("3103").grade()).isEqualTo("60.00");
        assertThat(imported().get("3105").feedback()).isEqualTo("'=2+3");
        assertThat(outcome.unwritten()).containsExactly("王 芳_3103: Moodle says that this grade cannot be changed");
        assertThat(outcome.notes()).anyMatch(note -> note.endsWith("and stay: Jonas Øverland_3102"));
    }

    @Test
    void inGermanThePointIsReadRightAndTheBoxIsSaid() throws IOException {
        Outcome outcome = export("worksheet-de.csv", FOUR.subList(0, 2));
        var taken = MoodleImport.worksheet(
                folder.resolve("worksheet.csv"), "Teilnehmer/in", "Bewertung", "Feedback als Kommentar");

        assertThat(MoodleImport.number(taken.get("3102").grade(), ',')).isEqualTo(94.5);
        assertThat(outcome.notes()).anyMatch(note -> note.contains("tick that newer records may be updated"));
    }

    @Test
    void aScaleGetsItsOwnWords() throws IOException {
        ExportPolicy policy = PolicyFile.read(Files.writeString(folder.resolve("class.yml"), """
                schema: wiregrade/class/v1
                course: {timezone: UTC}
                labs:
                  chat:
                    export:
                      moodle:
                        scale: [{from: 90%, is: done well}, {from: 40%, is: done}, {from: 0%, is: not yet}]
                """), Catalogue.UNKNOWN)
                .labs()
                .get("chat")
                .exportTo("moodle");
        Path sheet = SHEETS.resolve("worksheet-scale.csv");
        Format.MOODLE.write(Samples.with(request(FOUR, folder, sheet), policy));

        assertThat(imported().values())
                .extracting(MoodleImport.Taken::grade)
                .containsExactly("done well", "done well", "not yet", "done");
        assertThatThrownBy(() -> Format.MOODLE.write(request(FOUR, folder, sheet)))
                .hasMessageContaining("the assignment has a scale");
    }

    @Test
    void aTeamsGradeIsThatOfEachMemberAndItsNumberIsNobodys() throws IOException {
        Outcome outcome = export("worksheet-blind-teams.csv", List.of(graded("North Wing_77", "80")));

        assertThat(imported().values()).extracting(MoodleImport.Taken::grade).containsExactly("80.00", "80.00", "", "");
        assertThat(feedback().keySet())
                .containsExactly(
                        "Participant_4201_assignfeedback_file/feedback.html",
                        "Participant_4202_assignfeedback_file/feedback.html");
        assertThat(outcome.unwritten()).isEmpty();
    }

    @Test
    void nobodyIsGuessed() throws IOException {
        Outcome outcome = export(
                "worksheet-en.csv",
                List.of(
                        graded("Mara Ionescu", "10"),
                        graded("Jonas Øverland_9999", "20"),
                        graded("Somebody Else_3103", "30"),
                        graded("Pat ONeill_3104", "40"),
                        graded("pat@sockets.example", "50")));

        assertThat(outcome.unwritten())
                .containsExactly(
                        "Mara Ionescu: nobody in the sheet fits",
                        "Jonas Øverland_9999: nobody in the sheet fits",
                        "Somebody Else_3103: the sheet has the number for 王 芳",
                        "Pat ONeill_3104, pat@sockets.example: all of them fit one row of the sheet");
        assertThat(imported().values()).extracting(MoodleImport.Taken::grade).containsOnly("");
    }

    @Test
    void neitherAMarkerNorATeamIsAPerson() throws IOException {
        Path sheet = Files.writeString(folder.resolve("sheet.csv"), """
                Identifier,Full name,Status,Group,Marker,Grade,Maximum grade,Last modified (grade)
                Participant 1,Ann,Submitted for grading,Solo,Prof,,100.00,-
                """);

        assertThat(Format.MOODLE
                        .write(request(List.of(graded("Prof", "1"), graded("Solo", "2")), folder, sheet))
                        .unwritten())
                .containsExactly("Prof: nobody in the sheet fits", "Solo: nobody in the sheet fits");
    }

    @Test
    void aRosterJoinsWhatCameFromAnotherPlatform() throws IOException {
        List<Entry> entries = Entries.asGraded(List.of(Samples.result("ionescumara_7001")), Samples.roster());
        Entry mara = new Entry(
                "ionescumara_7001",
                entries.get(0).person(),
                "ionescumara_7001",
                "chat",
                entries.get(0).result(),
                Optional.empty(),
                Optional.of(BigDecimal.TEN),
                BigDecimal.valueOf(100),
                List.of());

        assertThat(export("worksheet-en.csv", List.of(mara)).unwritten()).isEmpty();
        assertThat(imported().get("3101").grade()).isEqualTo("10.00");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "refused-backslash.csv | a backslash stands before a quote",
                "refused-no-time.csv | does not say when each grade was changed last",
                "refused-semicolons.csv | with semicolons",
                "refused-short-row.csv | row 3 has 10 cells, and the header 11"
            })
    void whatMoodleWouldNotTakeIsRefusedBeforeAnythingIsWritten(String sheet, String why) {
        assertThatThrownBy(() -> export(sheet, FOUR))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(why);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void gradesOnAnotherScaleOrOutsideAreRefused() {
        Entry ofTen = Samples.asGraded(Samples.partly("Mara Ionescu_3101")).get(0);

        assertThatThrownBy(() -> export("worksheet-en.csv", List.of(ofTen)))
                .hasMessageContaining("the assignment is out of 100.00, and the grades are out of 10");
        assertThatThrownBy(() -> export("worksheet-en.csv", List.of(graded("Mara Ionescu_3101", "101"))))
                .hasMessageContaining("takes 0 to 100.00");
        assertThatThrownBy(() -> export("worksheet-en.csv", List.of(graded("Mara Ionescu_3101", "33.333"))))
                .hasMessageContaining("more decimals");
        assertThat(folder).isEmptyDirectory();
    }
}
