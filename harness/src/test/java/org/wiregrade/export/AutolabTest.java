package org.wiregrade.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wiregrade.export.Samples.asGraded;
import static org.wiregrade.export.Samples.graded;
import static org.wiregrade.export.Samples.hiding;
import static org.wiregrade.export.Samples.partly;
import static org.wiregrade.export.Samples.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wiregrade.policy.ExportPolicy;

/** What Autolab makes of the last line. */
class AutolabTest {
    @TempDir
    private Path folder;

    private static ExportPolicy problems(Map<String, List<String>> problems) {
        return new ExportPolicy(Optional.empty(), Optional.empty(), false, true, problems, List.of());
    }

    private JsonNode scores(ExportPolicy policy, Entry entry) throws IOException {
        Format.AUTOLAB.write(Samples.with(request(List.of(entry), folder), policy));
        List<String> lines = Files.readAllLines(folder.resolve(entry.who() + ".txt"));
        return read(lines.get(lines.size() - 1));
    }

    /** As Autolab reads it, which first puts quotes around every word before a colon. */
    private static JsonNode read(String lastLine) throws IOException {
        return new ObjectMapper()
                .readTree(lastLine.stripTrailing().replaceAll("([a-zA-Z0-9]+):", "\"$1\":"))
                .get("scores");
    }

    @Test
    void eachTaskIsAProblem() throws IOException {
        assertThat(scores(ExportPolicy.PLAIN, asGraded(partly("ada")).get(0))).hasToString("{\"live\":6}");
    }

    @Test
    void whatAPolicyAddsOrTakesIsAProblemOfItsOwn() throws IOException {
        Entry late = graded("ada", "84.5", Optional.of(hiding()));

        assertThat(scores(problems(Map.of("All", List.of("chat"))), late)).hasToString("{\"All\":84.5}");
        JsonNode two = scores(problems(Map.of("One", List.of("chat.one"), "Two", List.of("chat.two"))), late);
        assertThat(two.get("One").asInt()).isEqualTo(4);
        assertThat(two.get("Two").asInt()).isEqualTo(2);
        assertThat(two.get("Adjustments").asDouble()).isEqualTo(78.5);
    }

    @Test
    void aProblemThatAutolabCannotReadIsRefused() {
        Entry entry = asGraded(partly("ada")).get(0);

        assertThatThrownBy(() -> scores(problems(Map.of("Part 1: chat", List.of("chat"))), entry))
                .hasMessageContaining("colon in its name");
        assertThatThrownBy(() -> scores(problems(Map.of("One", List.of("chat.one"))), entry))
                .hasMessageContaining("no problem for check chat.two");
    }

    @Test
    void aProgramsWordsStandNeitherOnTheLastLineNorOnTheOneBefore() throws IOException {
        scores(ExportPolicy.PLAIN, asGraded(partly("ada")).get(0));

        List<String> lines = Files.readAllLines(folder.resolve("ada.txt"));
        assertThat(lines.get(lines.size() - 2)).isEqualTo("6 of 10 points");
        assertThat(lines).contains("chat.two 2/6");
    }
}
