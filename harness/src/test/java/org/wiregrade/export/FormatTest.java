package org.wiregrade.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wiregrade.export.Samples.asGraded;
import static org.wiregrade.export.Samples.graded;
import static org.wiregrade.export.Samples.hiding;
import static org.wiregrade.export.Samples.partly;
import static org.wiregrade.export.Samples.request;
import static org.wiregrade.export.Samples.unclear;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.wiregrade.policy.ExportPolicy;

class FormatTest {
    @TempDir
    private Path folder;

    private JsonNode json(String file) throws IOException {
        return new ObjectMapper().readTree(folder.resolve(file).toFile());
    }

    private Document xml(String file) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(folder.resolve(file).toFile());
    }

    @Test
    void aSpreadsheetGetsNoFormulaAndNoGradeOfWhoNeedsAPerson() throws IOException {
        Outcome outcome = Format.CSV.write(request(asGraded(partly("=1+1"), unclear("ada")), folder.resolve("x.csv")));

        assertThat(outcome.unwritten()).containsExactly("ada: held, chat.two could not tell");
        assertThat(Files.readString(folder.resolve("x.csv")).lines())
                .containsExactly(
                        "\uFEFFsubmission,id,name,email,lab,grade,out of,needs a person,why",
                        "'=1+1,,,,chat,6,10,no,",
                        "ada,,,,chat,,10,yes,chat.two could not tell");
    }

    @Test
    void aSpreadsheetOfACountryWithDecimalCommasGetsThem() throws IOException {
        Request request = request(List.of(graded("ada", "94.5")), folder.resolve("x.csv"));
        Format.CSV.write(new Request(
                request.entries(),
                request.policy(),
                request.target(),
                Optional.empty(),
                Optional.empty(),
                false,
                true));

        assertThat(folder.resolve("x.csv")).content().contains("ada;;;;chat;94,5;100;no;");
    }

    @Test
    void aRosterGivesNamesAndAddressesByNumberAndLeavesOthersAlone() throws IOException {
        List<Entry> entries =
                Entries.asGraded(List.of(partly("Mara Ionescu_3101"), partly("Mara Ionescu")), Samples.roster());
        Format.CSV.write(request(entries, folder.resolve("x.csv")));

        assertThat(Files.readString(folder.resolve("x.csv")).lines().skip(1))
                .containsExactly(
                        "Mara Ionescu_3101,M-11,Mara Ionescu,mara@sockets.example,chat,6,10,no,",
                        "Mara Ionescu,,,,chat,6,10,no,");
    }

    @Test
    void gradescopeAndPrairieLearnGetTheSumOfTheChecksAndNoFileOfWhoNeedsAPerson() throws IOException {
        List<Entry> entries = asGraded(partly("ben"), unclear("ada"));
        Format.GRADESCOPE.write(request(entries, folder.resolve("g")));
        Format.PRAIRIELEARN.write(request(entries, folder.resolve("p")));

        JsonNode gradescope = json("g/ben/results.json");
        assertThat(gradescope.get("score").asInt()).isEqualTo(6);
        assertThat(gradescope.at("/tests/1/status").asText()).isEqualTo("failed");
        assertThat(gradescope.at("/tests/1/max_score").asInt()).isEqualTo(6);
        JsonNode prairieLearn = json("p/ben/results.json");
        assertThat(prairieLearn.get("score").asDouble()).isEqualTo(0.6);
        assertThat(folder.resolve("g/ada/results.json")).doesNotExist();
        assertThat(folder.resolve("p/ada/results.json")).doesNotExist();
    }

    @Test
    void aGradeOfAnEarlierExportGoesWhereAPersonHasToLookNow() throws IOException {
        for (Format format : List.of(Format.GRADESCOPE, Format.AUTOLAB)) {
            format.write(request(asGraded(partly("ada")), folder));
            assertThat(folder.resolve(format == Format.AUTOLAB ? "ada.txt" : "ada/results.json"))
                    .exists();

            format.write(request(asGraded(unclear("ada")), folder));
            assertThat(folder.resolve(format == Format.AUTOLAB ? "ada.txt" : "ada/results.json"))
                    .doesNotExist();
        }
    }

    @Test
    void numbersHaveNoExponentAndTheGradeOfAPolicyStandsAboveTheChecks() throws IOException {
        Entry late = graded("ada", "100", Optional.of(hiding()));
        Format.GRADESCOPE.write(request(List.of(late), folder));

        assertThat(folder.resolve("ada/results.json"))
                .content()
                .contains("\"score\" : 100,")
                .contains("1 day late");
    }

    @Test
    void whatIsAboveTheMostIsTheMostInPrairieLearn() throws IOException {
        Format.PRAIRIELEARN.write(request(List.of(graded("ada", "103")), folder));

        assertThat(json("ada/results.json").get("score").asDouble()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"GRADESCOPE", "PRAIRIELEARN", "JUNIT", "AUTOLAB", "GITHUB"})
    void aHiddenCheckShowsItsTitleAlone(Format format) throws IOException {
        Entry hidden = graded("ada", "84", Optional.of(hiding("chat.two")));
        format.write(request(List.of(hidden), folder));

        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(file).content().doesNotContain("]]", "&#93;&#93;", "x\"", "2/6", "got");
            }
        }
    }

    @Test
    void aHiddenCheckHasNoPointsByWhichItCouldBeTold() throws Exception {
        Entry hidden = graded("ada", "84", Optional.of(hiding("chat.two")));
        Format.GRADESCOPE.write(request(List.of(hidden), folder.resolve("g")));
        Format.JUNIT.write(request(List.of(hidden), folder.resolve("j")));

        assertThat(json("g/ada/results.json").at("/tests/1").fieldNames())
                .toIterable()
                .containsExactly("name", "output", "output_format");
        Element suite =
                (Element) xml("j/ada.xml").getElementsByTagName("testsuite").item(0);
        assertThat(suite.getAttribute("failures")).isEqualTo("0");
        assertThat(suite.getAttribute("skipped")).isEqualTo("1");
    }

    @Test
    void junitXmlIsXmlWhateverAProgramPrinted() throws Exception {
        Format.JUNIT.write(request(asGraded(partly("ben"), unclear("ada")), folder));

        Document ben = xml("ben.xml");
        assertThat(ben.getElementsByTagName("testcase").getLength()).isEqualTo(2);
        assertThat(ben.getElementsByTagName("failure").item(0).getTextContent())
                .isEqualTo("got: ]]> <b> & \"x\" C:\\\n[2/6]");
        Document ada = xml("ada.xml");
        assertThat(ada.getElementsByTagName("failure").getLength()).isZero();
        assertThat(ada.getElementsByTagName("skipped").item(0).getTextContent()).startsWith("could not tell");
        assertThat(((Element) ada.getElementsByTagName("property").item(0)).getAttribute("value"))
                .isEqualTo("not settled yet");
    }

    @Test
    void aPersonWhoHandedNothingInHasNoFile() throws IOException {
        Entry missing = new Entry(
                "nia",
                Optional.empty(),
                "",
                "chat",
                Optional.empty(),
                Optional.empty(),
                Optional.of(BigDecimal.ZERO),
                BigDecimal.ZERO,
                List.of());
        Format.JUNIT.write(request(List.of(missing), folder));

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aPolicyMayGiveAPlatformNoWords() throws IOException {
        ExportPolicy silent =
                new ExportPolicy(Optional.empty(), Optional.empty(), false, false, java.util.Map.of(), List.of());
        Format.GRADESCOPE.write(Samples.with(request(asGraded(partly("ben")), folder), silent));

        assertThat(json("ben/results.json").at("/tests/1/output").asText()).isEmpty();
    }
}
