package org.wiregrade.regions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wiregrade.submission.SourceProblem;
import org.wiregrade.submission.Submission;
import org.wiregrade.submission.Template;

/** What becomes of a student's copy of a small template. */
class TransplantTest {
    private static final String PATH = "src/main/java/sums/Sums.java";
    private static final String GIVEN = """
            package sums;

            import java.util.List;

            // >>> STUDENT CODE STARTS HERE (imports)
            // TODO: imports
            // <<< STUDENT CODE ENDS HERE

            /** Adds. */
            final class Sums {
                private int total;

                // >>> STUDENT CODE STARTS HERE (fields and helper methods)
                // TODO: helpers
                // <<< STUDENT CODE ENDS HERE

                void add(List<Integer> numbers) {
                    // >>> STUDENT CODE STARTS HERE (task: add)
                    // TODO: add the numbers
                    // <<< STUDENT CODE ENDS HERE
                }

                int total() {
                    return total;
                }
            }
            """;
    private static final String SOLVED =
            GIVEN.replace("// TODO: add the numbers", "for (int number : numbers) total += number;");

    @TempDir
    private Path folder;

    private Template template;

    @BeforeEach
    void giveTheTemplate() throws IOException {
        write("template/" + PATH, GIVEN);
        template = Template.in(folder.resolve("template"));
    }

    @Test
    void aSolutionIsRunAsItIs() throws IOException {
        TransplantedSource source = of(SOLVED);
        assertThat(source.text()).isEqualTo(SOLVED);
        assertThat(source.filledTasks()).containsExactly("task: add");
        assertThat(source.region("task: add").orElseThrow().line()).isEqualTo(18);
        assertThat(source.notes()).isEmpty();
        assertThat(source.changedOutside()).isFalse();
        assertThat(source.problem()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "// TODO: add the numbers", "/* nothing yet */ ;"})
    void aTaskWithoutCodeIsEmpty(String code) throws IOException {
        TransplantedSource source = of(GIVEN.replace("// TODO: add the numbers", code));
        assertThat(source.problem()).isEmpty();
        assertThat(source.emptyTasks()).containsExactly("task: add");
        assertThat(source.filledTasks()).isEmpty();
    }

    @Test
    void reformattingGivenCodeCostsNothing() throws IOException {
        String reformatted = "\uFEFF"
                + SOLVED.replace("    ", "\t")
                        .replace("// >>> STUDENT CODE", "//>>>STUDENT  code")
                        .replace("// <<< STUDENT", "  //<<<  STUDENT")
                        .replace("HERE (task: add)", "HERE(Task:  add)")
                        .replace("/** Adds. */", "/** Adds numbers. */")
                        .replace("int total() {", "int total( )\n{")
                        .replace("\n", "\r\n");
        TransplantedSource source = of(reformatted);
        assertThat(source.problem()).isEmpty();
        assertThat(source.changedOutside()).isFalse();
        assertThat(source.notes()).isEmpty();
        assertThat(source.filledTasks()).containsExactly("task: add");
        assertThat(source.text()).contains("package sums;\n").contains("int total() {");
    }

    @Test
    void reorderingGivenCodeCostsANote() throws IOException {
        String total = "    int total() {\n        return total;\n    }\n";
        TransplantedSource source = of(SOLVED.replace(total, "").replace("    void add", total + "\n    void add"));
        assertThat(source.notes())
                .singleElement()
                .asString()
                .contains("another order")
                .contains("costs nothing");
        assertThat(source.changedOutside()).isFalse();
        assertThat(source.text()).isEqualTo(SOLVED);
    }

    @Test
    void changingGivenCodeIsShownAndNeverRuns() throws IOException {
        TransplantedSource source = of(SOLVED.replace("return total;", "return 42;"));
        assertThat(source.diff())
                .contains("-        return total;")
                .contains("+        return 42;")
                .doesNotContain("number");
        assertThat(source.text()).isEqualTo(SOLVED);
    }

    @Test
    void importsAmongTheGivenOnesAreTakenAlong() throws IOException {
        TransplantedSource source =
                of(SOLVED.replace("import java.util.List;", "import java.util.*;\nimport static java.lang.Math.abs;"));
        assertThat(source.changedOutside()).isFalse();
        assertThat(source.notes())
                .singleElement()
                .asString()
                .endsWith("import java.util.*; import static java.lang.Math.abs;");
        assertThat(source.text())
                .contains("import java.util.List;")
                .contains("(imports)\nimport java.util.*;\nimport static java.lang.Math.abs;\n");
    }

    @Test
    void aRegionWithoutItsLabelIsKnownByItsPlace() throws IOException {
        TransplantedSource source = of(SOLVED.replace(" (task: add)", "").replace("helper methods", "more"));
        assertThat(source.problem()).isEmpty();
        assertThat(source.notes()).singleElement().asString().contains("by their order");
        assertThat(source.filledTasks()).containsExactly("task: add");
        assertThat(source.text()).isEqualTo(SOLVED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            // >>> STUDENT CODE STARTS HERE (task: add)                   | 20 | no start marker
            // >>> STUDENT CODE STARTS HERE (fields and helper methods)   | 15 | no start marker
            """)
    void aLostStartMarkerIsToldWithItsLine(String lost, int line, String words) throws IOException {
        SourceProblem problem = problemOf(SOLVED.replace(lost, "//"));
        assertThat(problem.path()).isEqualTo(PATH);
        assertThat(problem.line()).isEqualTo(line);
        assertThat(problem.message()).contains(words);
        assertThat(problem.hint()).contains("STUDENT CODE STARTS HERE");
    }

    @Test
    void aLostEndMarkerIsToldWithItsRegion() throws IOException {
        int last = SOLVED.lastIndexOf("// <<< STUDENT CODE ENDS HERE");
        SourceProblem problem = problemOf(SOLVED.substring(0, last) + SOLVED.substring(last + 29));
        assertThat(problem.line()).isEqualTo(18);
        assertThat(problem.message()).isEqualTo("the student region (task: add) has no end marker");
        assertThat(problem.hint()).contains("// <<< STUDENT CODE ENDS HERE");
    }

    @Test
    void aLostRegionIsToldByName() throws IOException {
        String without = SOLVED.replaceAll("(?s) +// >>> STUDENT CODE STARTS HERE \\(task.*?ENDS HERE\n", "");
        assertThat(problemOf(without).message()).isEqualTo("the student region (task: add) is missing");
    }

    @Test
    void aRegionTooManyIsTold() throws IOException {
        String region = "// >>> STUDENT CODE STARTS HERE (task: add)\n// <<< STUDENT CODE ENDS HERE\n";
        assertThat(problemOf(SOLVED + region).message())
                .contains("two student regions")
                .contains("(task: add)");
        assertThat(problemOf(SOLVED + region.replace("add", "mine")).message()).contains("(task: mine)", "not in");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            } void total2() {              | closes something that was not opened
            if (true) {                    | not closed in the region
            f(1];                          | does not fit
            /* the rest                    | a comment that starts here is not closed
            String s = \"""                | a text block that starts here is not closed
            String s = "a;                 | a string that starts here is not closed
            // \\u000a } static { g();     | closes something that was not opened
            \\u007d void total2() \\u007b  | closes something that was not opened
            """)
    void aRegionThatReachesIntoGivenCodeIsRefused(String code, String words) throws IOException {
        SourceProblem problem = problemOf(GIVEN.replace("// TODO: add the numbers", code));
        assertThat(problem.message()).contains("(task: add)").contains(words);
        assertThat(problem.line()).isBetween(19, 20);
        assertThat(of(GIVEN.replace("// TODO: add the numbers", code)).text()).isEqualTo(GIVEN);
    }

    @Test
    void textThatLooksLikeAnEndMarkerDoesNotHideGivenCode() throws IOException {
        SourceProblem problem = problemOf(
                GIVEN.replace("// TODO: add the numbers", "f(\"\"\"\n// <<< STUDENT CODE ENDS HERE\n\"\"\");"));
        assertThat(problem.message()).contains("no start marker");
    }

    @Test
    void anUnclosedCommentOutsideIsTold() throws IOException {
        assertThat(problemOf(SOLVED + "/* end").message()).contains("a comment").contains("outside");
    }

    @Test
    void aMissingFileIsTold() throws IOException {
        Files.createDirectories(folder.resolve("alice/src"));
        assertThat(transplanted().problem().orElseThrow().message()).isEqualTo("the file is missing");
    }

    @Test
    void aFileThatIsNotUtf8IsToldWithTheLine() throws IOException {
        Path file = write("alice/" + PATH, "");
        Files.write(file, SOLVED.replace("number", "num\u0103r").getBytes("windows-1250"));
        SourceProblem problem = transplanted().problem().orElseThrow();
        assertThat(problem.message()).isEqualTo("the file is not UTF-8 text");
        assertThat(problem.line()).isEqualTo(17);
    }

    @Test
    void anEnormousFileIsNotRead() throws IOException {
        assertThat(problemOf("x".repeat(300_000)).message()).contains("more than 256 KiB");
    }

    @Test
    void aLongChangeIsShownInPart() throws IOException {
        String diff = of(SOLVED + "int x;\n".repeat(9_000)).diff();
        assertThat(diff.lines()).hasSizeLessThan(130);
        assertThat(diff).contains("more lines)");
    }

    @Test
    void aFileOfTheStudentsOwnCostsANote() throws IOException {
        write("alice/src/main/java/sums/Extra.java", "package sums;\n");
        write("alice/src/main/java/other/Extra.java", "package other;\n");
        assertThat(of(SOLVED).notes())
                .singleElement()
                .asString()
                .startsWith("src/main/java/sums/Extra.java is not in the template and is never compiled");
    }

    private SourceProblem problemOf(String source) throws IOException {
        return of(source).problem().orElseThrow();
    }

    private TransplantedSource of(String source) throws IOException {
        write("alice/" + PATH, source);
        return transplanted();
    }

    private TransplantedSource transplanted() throws IOException {
        Transplant transplant =
                Transplant.of(template, new Submission("alice", folder.resolve("alice")), List.of(PATH));
        return transplant.sources().get(0);
    }

    private Path write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    }
}
