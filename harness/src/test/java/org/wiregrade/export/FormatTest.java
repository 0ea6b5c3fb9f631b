package org.wiregrade.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wiregrade.results.CheckResult;
import org.wiregrade.results.Result;
import org.wiregrade.results.Verdict;

class FormatTest {
    @TempDir
    private Path folder;

    private static CheckResult check(String id, int points, int earned, Verdict verdict, String got) {
        return new CheckResult(id, "live", "Title of " + id, points, earned, verdict, "", got, "", "");
    }

    private static Result result(String name, CheckResult... checks) {
        return new Result(
                Result.SCHEMA,
                "1",
                "chat",
                name,
                Instant.EPOCH,
                1,
                "process",
                "",
                "",
                null,
                List.of(),
                List.of(),
                List.of(checks),
                List.of(),
                "");
    }

    private static Result partly(String name) {
        return result(
                name,
                check("chat.one", 4, 4, Verdict.PASSED, ""),
                check("chat.two", 6, 2, Verdict.FAILED, "]]> <b>\u0001 & \"x\""));
    }

    private static Result unclear(String name) {
        return result(
                name, check("chat.one", 4, 4, Verdict.PASSED, ""), check("chat.two", 6, 0, Verdict.BROKEN, "no ports"));
    }

    @Test
    void aSpreadsheetGetsNoFormulaAndNoGradeOfWhoNeedsAPerson() throws IOException {
        List<String> held = Format.CSV.write(List.of(partly("=1+1"), unclear("ada")), folder.resolve("x.csv"));

        assertThat(held).containsExactly("ada");
        assertThat(Files.readString(folder.resolve("x.csv")).lines())
                .containsExactly(
                        "\uFEFFsubmission,lab,earned,possible,needs a person",
                        "'=1+1,chat,6,10,no",
                        "ada,chat,,10,yes");
    }

    @Test
    void gradescopeAndPrairieLearnGetTheSumOfTheChecksAndNoFileOfWhoNeedsAPerson() throws IOException {
        List<Result> results = List.of(partly("ben"), unclear("ada"));

        assertThat(Format.GRADESCOPE.write(results, folder.resolve("g"))).containsExactly("ada");
        assertThat(Format.PRAIRIELEARN.write(results, folder.resolve("p"))).containsExactly("ada");

        JsonNode gradescope =
                new ObjectMapper().readTree(folder.resolve("g/ben/results.json").toFile());
        assertThat(gradescope.get("score").asInt()).isEqualTo(6);
        assertThat(gradescope.at("/tests/1/status").asText()).isEqualTo("failed");
        assertThat(gradescope.at("/tests/1/max_score").asInt()).isEqualTo(6);
        JsonNode prairieLearn =
                new ObjectMapper().readTree(folder.resolve("p/ben/results.json").toFile());
        assertThat(prairieLearn.get("score").asDouble()).isEqualTo(0.6);
        assertThat(folder.resolve("g/ada")).doesNotExist();
        assertThat(folder.resolve("p/ada")).doesNotExist();
    }

    @Test
    void aGradeOfAnEarlierExportGoesWhereAPersonHasToLookNow() throws IOException {
        Format.GRADESCOPE.write(List.of(partly("ada")), folder);
        assertThat(folder.resolve("ada/results.json")).exists();

        Format.GRADESCOPE.write(List.of(unclear("ada")), folder);

        assertThat(folder.resolve("ada/results.json")).doesNotExist();
    }

    @Test
    void junitXmlIsXmlWhateverAProgramPrinted() throws Exception {
        Format.JUNIT.write(List.of(partly("ben"), unclear("ada")), folder);

        var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        var ben = builder.parse(folder.resolve("ben.xml").toFile());
        assertThat(ben.getElementsByTagName("testcase").getLength()).isEqualTo(2);
        assertThat(ben.getElementsByTagName("failure").item(0).getTextContent())
                .isEqualTo("got: ]]> <b> & \"x\"\n[2/6]");
        var ada = builder.parse(folder.resolve("ada.xml").toFile());
        assertThat(ada.getElementsByTagName("failure").getLength()).isZero();
        assertThat(ada.getElementsByTagName("skipped").item(0).getTextContent()).startsWith("could not tell");
    }
}
