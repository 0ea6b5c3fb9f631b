package org.wiregrade.labs.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.wiregrade.labs.chat.rule.ChatWords;

/** The file with the chat's sentences has what the code asks for, and nothing else. */
class ChatWordsTest {
    private static final Path FOLDER = Path.of("org/wiregrade/labs/chat");
    private static final Pattern NAME = Pattern.compile("\"([a-z]+(?:[.-][a-z0-9-]+)*\\.?)\"");

    private static Properties sentences() throws IOException {
        Properties sentences = new Properties();
        try (var file = Files.newBufferedReader(
                Path.of("src/main/resources").resolve(FOLDER).resolve("rule/words.properties"))) {
            sentences.load(file);
        }
        return sentences;
    }

    /** All strings of the code that may be a sentence's name or a part of it. */
    private static Set<String> strings() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java").resolve(FOLDER))) {
            return files.filter(Files::isRegularFile)
                    .flatMap(file -> NAME.matcher(read(file)).results())
                    .map(found -> found.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void everySentenceIsAskedForSomewhere() throws IOException {
        Set<String> strings = strings();
        assertThat(sentences().stringPropertyNames()).hasSizeGreaterThan(100).allSatisfy(name -> {
            String asked = name.replaceAll("\\.(expected|got|hint|one)$", "");
            assertThat(strings.stream().anyMatch(string -> isPart(asked, string)))
                    .as(name)
                    .isTrue();
        });
    }

    /** A name may stand as it is, be made of a beginning and an end, or be the name above one. */
    private static boolean isPart(String name, String string) {
        boolean made = string.endsWith(".") && name.startsWith(string);
        return name.equals(string)
                || made
                || string.startsWith(name + ".")
                || name.startsWith("count.")
                || name.startsWith("prefix.hint.")
                || name.startsWith("logged.");
    }

    @Test
    void everyFailureSaysWhatWasExpectedAndWhatWasSeen() throws IOException {
        Set<String> names = sentences().stringPropertyNames();
        assertThat(names.stream().filter(name -> name.endsWith(".got")))
                .isNotEmpty()
                .allSatisfy(name -> {
                    var failure = ChatWords.WORDS.failure(
                            name.substring(0, name.length() - ".got".length()), 1, 2, 3, 4, 5, 6);
                    assertThat(failure.expected()).isNotBlank();
                    assertThat(failure.got()).isNotBlank();
                });
    }

    @Test
    void theWordsAreTheSameWhereverTheHarnessRuns() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ro"));
            assertThat(ChatWords.WORDS.count(1, "stream")).isEqualTo("1 stream");
            assertThat(ChatWords.WORDS.count(1024, "message")).isEqualTo("1024 messages");
        } finally {
            Locale.setDefault(before);
        }
    }
}
