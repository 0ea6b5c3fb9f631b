package org.wiregrade.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wiregrade.export.Samples.four;
import static org.wiregrade.export.Samples.graded;
import static org.wiregrade.export.Samples.request;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wiregrade.policy.ExportPolicy;

/** The teacher's gradebook, read as Canvas reads it. */
class CanvasTest {
    private static final Path SHEETS = Samples.FOLDER.resolve("canvas");
    private static final List<Entry> FOUR = four("ionescumara_7001", "øverlandjonas_7002", "王芳_7003", "oneillpat_7004");

    @TempDir
    private Path folder;

    private Path target;

    @BeforeEach
    void aFileThatIsNotThereYet() {
        target = folder.resolve("grades.csv");
    }

    private Outcome export(String sheet, List<Entry> entries, String column, boolean onlyOurs) throws IOException {
        return Format.CANVAS.write(new Request(
                entries,
                ExportPolicy.PLAIN,
                target,
                Optional.of(SHEETS.resolve(sheet)),
                Optional.ofNullable(column),
                onlyOurs,
                false));
    }

    private void assertSame(String wanted, char separator) throws IOException {
        Sheet written = Sheet.parse("", Files.readString(target), separator);
        assertThat(written).isEqualTo(Sheet.parse("", Files.readString(SHEETS.resolve(wanted)), separator));
    }

    @Test
    void theTeachersOwnGradebookIsFilledInAndNothingElseChanges() throws IOException {
        Outcome outcome = export("gradebook-en.csv", FOUR, "5501", false);

        assertSame("gradebook-en.filled.csv", ',');
        assertThat(outcome.unwritten()).containsExactly("oneillpat_7004: Canvas has EX there");
        assertThat(outcome.notes()).containsExactly("written: Chat (5501), 3 grades");
    }

    @Test
    void separatorDecimalSignAndByteOrderMarkStay() throws IOException {
        export("gradebook-semicolons.csv", FOUR, "Chat", false);

        assertSame("gradebook-semicolons.filled.csv", ';');
        assertThat(CanvasImport.number(
                        CanvasImport.gradebook(target, "Chat (5501)").get("7002")))
                .isEqualTo(94.5);
    }

    @Test
    void onlyOursLeavesOtherPeopleAndAssignmentsAsTheyAreByThen() throws IOException {
        export("gradebook-en.csv", FOUR, "Chat (5501)", true);

        assertSame("gradebook-en.ours.csv", ',');
        assertThat(CanvasImport.gradebook(target, "Chat (5501)").values())
                .filteredOn(cell -> cell.matches("\\d.*"))
                .extracting(CanvasImport::number)
                .containsExactly(100.0, 94.5, 0.0);
    }

    @Test
    void theOnlyAssignmentNeedsNoNameAndADecimalCommaIsQuoted() throws IOException {
        export("gradebook-two-names.csv", List.of(graded("ionescumara_7001", "94.5")), null, false);

        assertThat(target).content().contains("A,\"94,50\"");
        assertThat(CanvasImport.gradebook(target, "Chat (5501)")).containsEntry("7001", "94,50");
    }

    @Test
    void severalAssignmentsAreAsked() {
        assertThatThrownBy(() -> export("gradebook-en.csv", FOUR, null, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--column, one of Chat (5501); Relay (5502)");
        assertThatThrownBy(() -> export("gradebook-en.csv", FOUR, "chat", false))
                .hasMessageContaining("one of Chat (5501)");
        assertThat(target).doesNotExist();
    }

    @Test
    void whatCanvasWouldTakeOtherwiseIsRefused() {
        assertThatThrownBy(() -> export("gradebook-en.csv", FOUR, "5502", false))
                .hasMessageContaining("Relay (5502) is out of 40.00, and the grades are out of 100");
        assertThatThrownBy(() -> export(
                        "gradebook-en.csv",
                        four("ionescumara_7001").stream()
                                .map(entry -> graded(entry.who(), "33.333"))
                                .toList(),
                        "5501",
                        false))
                .hasMessageContaining("two decimals");
        assertThatThrownBy(() ->
                        Format.CANVAS.write(request(FOUR, target, Samples.FOLDER.resolve("moodle/worksheet-en.csv"))))
                .hasMessageContaining("is no gradebook of Canvas");
        assertThat(target).doesNotExist();
    }

    @Test
    void nobodyIsGuessed() throws IOException {
        Outcome outcome = export(
                "gradebook-en.csv",
                List.of(graded("Ionescu, Mara", "1"), graded("someoneelse_7002", "2"), graded("M-13", "3")),
                "5501",
                false);

        assertThat(outcome.unwritten())
                .containsExactly(
                        "Ionescu, Mara: nobody in the sheet fits",
                        "someoneelse_7002: the sheet has the number for Øverland, Jonas");
        assertThat(CanvasImport.gradebook(target, "Chat (5501)"))
                .containsEntry("7001", "")
                .containsEntry("7002", "")
                .containsEntry("7003", "3.00");
    }
}
