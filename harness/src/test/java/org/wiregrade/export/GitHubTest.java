package org.wiregrade.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wiregrade.export.Samples.asGraded;
import static org.wiregrade.export.Samples.check;
import static org.wiregrade.export.Samples.request;
import static org.wiregrade.export.Samples.result;
import static org.wiregrade.export.Samples.unclear;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wiregrade.results.CheckResult;
import org.wiregrade.results.Verdict;

/** What GitHub is shown, whatever a program printed. */
class GitHubTest {
    private static final String EVIL = "100%\r\n::error::mine\n::set-env name=A::b | `c` <img> @teachers [x](http://y)";

    @TempDir
    private Path folder;

    private String summary(CheckResult... checks) throws IOException {
        Format.GITHUB.write(request(asGraded(result("ada", checks)), folder));
        return Files.readString(folder.resolve("ada/summary.md"));
    }

    private List<String> annotations() throws IOException {
        return Files.readAllLines(folder.resolve("ada/annotations.txt"));
    }

    @Test
    void everyLineIsACommandOfOursWhateverAProgramPrinted() throws IOException {
        summary(check("chat.a", 5, 1, Verdict.FAILED, EVIL));

        assertThat(annotations()).hasSize(2).allMatch(line -> line.matches("::(error|notice) title=[^:,]*::.*"));
        assertThat(annotations().get(0))
                .startsWith("::error title=chat.a 1/5::Title of chat.a%0Agot%3A ".replace("%3A", ":"))
                .contains("100%25", "%0A::error::mine%0A::set-env");
        assertThat(annotations().get(1)).isEqualTo("::notice title=Points::1 of 5");
    }

    @Test
    void markdownFindsNothingInAProgramsWords() throws IOException {
        String row = summary(check("chat.a", 5, 1, Verdict.FAILED, EVIL))
                .lines()
                .filter(line -> line.contains("Title"))
                .findFirst()
                .orElseThrow();

        assertThat(row.chars().filter(c -> c == '|')).hasSize(4);
        assertThat(row.replace("<code>", "").replace("</code>", "").replace("<br>", ""))
                .doesNotContain("<", ">", "`", "@", "[", "http:");
    }

    @Test
    void noMoreIsWrittenThanGitHubShows() throws IOException {
        String text = summary(IntStream.range(0, 700)
                .mapToObj(i -> check("chat.c" + i, 1, 0, Verdict.FAILED, "<".repeat(3_000)))
                .toArray(CheckResult[]::new));

        assertThat(Files.size(folder.resolve("ada/summary.md"))).isBetween(900_000L, 1_048_576L);
        assertThat(text).contains("more are on the page of feedback");
        assertThat(annotations()).hasSize(11).anyMatch(line -> line.contains("691 more are in the summary"));
    }

    @Test
    void whoNeedsAPersonHasAWarningAndNoNumber() throws IOException {
        Format.GITHUB.write(request(asGraded(unclear("ada")), folder));

        assertThat(annotations())
                .anyMatch(line -> line.startsWith("::warning title=chat.two"))
                .contains("::notice title=Points::not settled yet");
        assertThat(folder.resolve("ada/summary.md"))
                .content()
                .contains("not settled yet")
                .doesNotContain("0/6");
    }
}
