package org.wiregrade.labs.twoflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The lab's sentences and the code that says them name each other. */
class TwoFlowWordsTest {
    private static final Path CODE = Path.of("src/main/java/org/wiregrade/labs/twoflow");
    private static final Path FILE = Path.of("src/main/resources/org/wiregrade/labs/twoflow/rule/words.properties");
    private static final Pattern SAID = Pattern.compile("(?:say|hint)\\(\\s*\"([a-z.-]+[a-z])\"");
    private static final Pattern NAME = Pattern.compile("\"([a-z][a-z-]*(?:\\.[a-z-]+)*)\"");

    private static Properties sentences() throws IOException {
        Properties sentences = new Properties();
        try (Reader file = Files.newBufferedReader(FILE)) {
            sentences.load(file);
        }
        return sentences;
    }

    private static String code() throws IOException {
        try (Stream<Path> files = Files.walk(CODE)) {
            List<Path> sources =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            StringBuilder code = new StringBuilder();
            for (Path source : sources) {
                code.append(Files.readString(source));
            }
            return code.toString();
        }
    }

    @Test
    void everySentenceIsSaid() throws IOException {
        Set<String> named =
                NAME.matcher(code()).results().map(name -> name.group(1)).collect(Collectors.toSet());
        Set<String> unsaid = new TreeSet<>();
        for (String name : sentences().stringPropertyNames()) {
            String bare = name.replaceFirst("\\.(got|hint)$", "");
            if (!named.contains(name) && !named.contains(bare) && !named.contains(bare.replaceFirst("^row\\.", ""))) {
                unsaid.add(name);
            }
        }
        assertThat(unsaid).isEmpty();
    }

    @Test
    void everythingThatIsSaidHasASentence() throws IOException {
        Set<String> there = sentences().stringPropertyNames();
        List<String> said =
                SAID.matcher(code()).results().map(name -> name.group(1)).toList();
        assertThat(said)
                .hasSizeGreaterThan(50)
                .allSatisfy(name -> assertThat(there.contains(name)
                                || there.contains(name + ".hint")
                                || there.contains("row." + name + ".hint"))
                        .as(name)
                        .isTrue());
    }

    @Test
    void everyMistakeHasASentence() throws IOException {
        Set<String> there = sentences().stringPropertyNames();
        List<String> mistakes = Pattern.compile(
                        "failure\\(\\s*[\\w.]+(?:\\([^()]*(?:\\([^()]*\\)[^()]*)*\\))?,\\s*\"([a-z.-]+)\"")
                .matcher(code())
                .results()
                .map(name -> name.group(1) + ".got")
                .toList();
        assertThat(mistakes).hasSizeGreaterThan(30);
        assertThat(there).containsAll(mistakes);
    }
}
