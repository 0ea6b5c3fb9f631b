package org.wiregrade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page on adding a lab lists the files of one that was made by it. */
class AddingALabTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`]+)` \\|");
    private static final Pattern OF_ECHO = Pattern.compile("(^|[/-])echo([/-]|$)|Echo[A-Z]");
    private static final List<String> PLACES = List.of(
            "reference/src", "harness/src/main", "student-template", "echo-template", "fixtures/submissions", "bench");

    private static List<String> listed() throws IOException {
        String page = Files.readString(ROOT.resolve("docs/adding-a-lab.md"));
        String table = page.substring(0, page.indexOf("## 1."));
        return ROW.matcher(table)
                .results()
                .map((MatchResult row) -> row.group(1))
                .toList();
    }

    @Test
    void whatItListsIsThere() throws IOException {
        assertThat(listed())
                .hasSizeGreaterThan(5)
                .allSatisfy(path -> assertThat(ROOT.resolve(path)).exists());
    }

    @Test
    void nothingOfTheLabIsElsewhere() throws IOException {
        List<String> listed = listed();
        List<String> found = new ArrayList<>();
        for (String place : PLACES) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(place))) {
                files.filter(Files::isRegularFile)
                        .map(file -> ROOT.relativize(file).toString())
                        .filter(path -> OF_ECHO.matcher(path).find())
                        .filter(path -> !path.contains("/chat/"))
                        .forEach(found::add);
            }
        }
        assertThat(found)
                .hasSizeGreaterThan(10)
                .allSatisfy(path -> assertThat(listed).anyMatch(path::startsWith));
    }
}
