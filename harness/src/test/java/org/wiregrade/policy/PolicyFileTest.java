package org.wiregrade.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code class.yml} may say, and what is said of what it may not. */
class PolicyFileTest {
    private static final Path OWN = Path.of("src/test/resources/policy");
    private static final Path COLLECTED = Path.of("../../shared/formats/policy");
    private static final Path SCHEMA = Path.of("../docs/class.schema.json");
    private static final Pattern NAME = Pattern.compile("(?m)(?:^\\s*(?:- )?|[{,]\\s*)([a-z][a-z-]+):");
    /** Names that an instructor makes. */
    private static final Set<String> MADE = Set.of("chat", "two-flow");

    private static final String HEAD = "schema: wiregrade/class/v1\ncourse: {timezone: UTC}\nlabs:\n  chat:\n";

    @TempDir
    private Path folder;

    private ClassPolicy read(String text) throws IOException {
        return read(text, Catalogue.UNKNOWN);
    }

    private ClassPolicy read(String text, Catalogue catalogue) throws IOException {
        return PolicyFile.read(Files.writeString(folder.resolve("class.yml"), text), catalogue);
    }

    @Test
    void everyFieldIsRead() throws IOException {
        ClassPolicy policy = PolicyFile.read(OWN.resolve("class.yml"), Catalogue.UNKNOWN);
        LabPolicy chat = policy.labs().get("chat");

        assertThat(policy.freeDays()).isEqualTo(4);
        assertThat(policy.roster().people()).hasSize(4);
        assertThat(policy.handings()).hasSize(2);
        assertThat(policy.extensions()).hasSize(2);
        assertThat(policy.overrides()).hasSize(4);
        assertThat(chat.points().weights()).containsKeys("chat.evidence", "Storm");
        assertThat(chat.points().mode()).isEqualTo(RoundingMode.HALF_EVEN);
        assertThat(chat.due()).contains(java.time.Instant.parse("2027-02-19T21:59:00Z"));
        assertThat(chat.cutoff().orElseThrow().at()).contains(java.time.Instant.parse("2027-02-28T21:59:59Z"));
        assertThat(chat.missing()).isEmpty();
        assertThat(chat.late().allOrNothing()).isTrue();
        assertThat(chat.late().wallClock()).isFalse();
        assertThat(chat.attempts().count()).isEqualTo(LabPolicy.Counting.BEST);
        assertThat(chat.visibility()).containsEntry("chat.utf8", LabPolicy.Visibility.NEVER);
        assertThat(chat.export().get("moodle").scale()).hasSize(2);
    }

    @Test
    void aMisspeltNameIsRefusedWithItsLineAndTheNearest() {
        assertThatThrownBy(() -> read(HEAD + "    due: 2027-02-19T23:59\n    late: {deduct: 10%, flor: 20%}\n"))
                .isInstanceOf(RefusedPolicy.class)
                .hasMessageContaining("line 6")
                .hasMessageContaining("\"flor\"")
                .hasMessageContaining("did you mean \"floor\"?");
    }

    /** Each name of the example with a letter too many, one after the other. */
    @Test
    void everyNameThatIsMisspeltIsRefused() throws IOException {
        String whole = Files.readString(OWN.resolve("class.yml"));
        Files.copy(OWN.resolve("roster.csv"), folder.resolve("roster.csv"));
        Files.copy(OWN.resolve("submissions.csv"), folder.resolve("submissions.csv"));
        Matcher names = NAME.matcher(whole);
        List<String> taken = new ArrayList<>();
        int looked = 0;
        while (names.find()) {
            if (MADE.contains(names.group(1)) || names.group(1).equals("default")) {
                continue;
            }
            looked++;
            String misspelt = whole.substring(0, names.start(1)) + names.group(1) + "x" + whole.substring(names.end(1));
            try {
                read(misspelt);
                taken.add(names.group(1) + " at " + names.start(1));
            } catch (RefusedPolicy refused) {
                // As it should be.
            }
        }

        assertThat(looked).isGreaterThan(60);
        assertThat(taken).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "due: tomorrow|due is a time such as",
                "grace: 10|grace is a time such as 48h",
                "late: {deduct: much}|deduct is points or a percentage",
                "late: {floor: 20}|floor is a percentage",
                "late: {per: week}|per is one of day, hour, minute",
                "late: {deduct: 1%, steps: [{within: 1d, credit: 5%}]}|only one of them",
                "late: {per: hour, free-days: {use: 1}}|free days cover days",
                "unknown: maybe|unknown is one of hold, full, zero",
                "points: {weights: {a: -1}}|a is 0 or above",
                "points: {out-of: 0}|out-of is above 0",
                "points: {out-of: 1e3}|out-of is a number",
                "attempts: {limit: many}|limit is a whole number",
                "export: {moddle: {grade: raw}}|did you mean \"moodle\"?",
                "due:|due has no value",
                "late: 5|late needs names with values below it"
            })
    void aWrongValueIsRefusedWithItsLine(String field, String words) {
        assertThatThrownBy(() -> read(HEAD + "    " + field + "\n"))
                .isInstanceOf(RefusedPolicy.class)
                .hasMessageContaining("line 5")
                .hasMessageContaining(words);
    }

    @Test
    void aNameThatStandsTwiceIsRefused() {
        assertThatThrownBy(() -> read(HEAD + "    due: 2027-02-19T23:59\n    due: 2027-02-20T23:59\n"))
                .hasMessageContaining("line 6")
                .hasMessageContaining("twice");
    }

    @Test
    void whatIsNoYamlIsRefusedWithItsLine() {
        assertThatThrownBy(() -> read(HEAD + "    due: [1\n  x: }\n"))
                .isInstanceOf(RefusedPolicy.class)
                .hasMessageContaining("this is no YAML");
    }

    @Test
    void aCheckThatTheLabDoesNotHaveIsRefusedWithTheNearest() {
        var catalogue = new Catalogue(Map.of("chat", Map.of("chat.server.compiles", "Chat server")));

        assertThatThrownBy(() -> read(HEAD + "    points: {weights: {chat.server.compile: 2}}\n", catalogue))
                .hasMessageContaining("did you mean \"chat.server.compiles\"?");
        assertThatThrownBy(() -> read(HEAD.replace("chat:", "chatt:") + "    missing: 0\n", catalogue))
                .hasMessageContaining("did you mean \"chat\"?");
    }

    @Test
    void aCheckIsNamedByItsIdAPrefixOrItsTask() throws IOException {
        var catalogue = new Catalogue(Map.of("chat", Map.of("chat.server.compiles", "Chat server")));

        for (String name : List.of("chat.server.compiles", "chat.server", "chat.server.*", "server", "Chat server")) {
            assertThat(read(HEAD + "    points: {weights: {" + name + ": 2}}\n", catalogue)
                            .labs())
                    .hasSize(1);
        }
    }

    @Test
    void anOverrideSaysWhoWhenAndWhy() {
        assertThatThrownBy(() -> read(HEAD
                        + "    missing: 0\noverrides:\n  - {who: ana, lab: chat, total: 5, by: me, at: 2027-02-01}\n"))
                .hasMessageContaining("line 7")
                .hasMessageContaining("\"reason\"");
    }

    @Test
    void listsAreReadFromFilesBesideThePolicy() throws IOException {
        Files.writeString(
                folder.resolve("more.csv"), "who,lab,by,due,until,free-days,reason\nana,chat,48h,,,,\"ill, again\"\n");

        assertThat(read(HEAD + "    missing: 0\nextensions: more.csv\n").extensions())
                .singleElement()
                .satisfies(extension -> assertThat(extension.reason()).isEqualTo("ill, again"));
    }

    @Test
    void whoIsNotOnTheRosterIsRefused() throws IOException {
        Files.copy(OWN.resolve("roster.csv"), folder.resolve("roster.csv"));

        assertThatThrownBy(() -> read(HEAD
                        + "    missing: 0\nroster: roster.csv\nextensions:\n  - {who: anna, by: 1d, reason: ill}\n"))
                .hasMessageContaining("line 8")
                .hasMessageContaining("did you mean \"ana\"?");
    }

    @Test
    void collectedPoliciesAreReadOrRefusedAsTheyShouldBe() throws IOException {
        assumeTrue(Files.isDirectory(COLLECTED), "there are no collected policies in " + COLLECTED);

        assertThat(PolicyFile.read(COLLECTED.resolve("class.yml"), Catalogue.UNKNOWN)
                        .overrides())
                .hasSize(2);
        assertThat(PolicyFile.read(COLLECTED.resolve("minimal.yml"), Catalogue.UNKNOWN)
                        .labs())
                .containsKey("chat");
        assertThatThrownBy(() -> PolicyFile.read(COLLECTED.resolve("refused-unknown-field.yml"), Catalogue.UNKNOWN))
                .hasMessageContaining("line 5")
                .hasMessageContaining("\"floor\"");
        String lists = Files.readString(COLLECTED.resolve("class.yml"))
                .replaceAll("(?s)extensions:.*", "extensions: extensions.csv\noverrides: overrides.csv\n");
        for (String list : List.of("roster.csv", "extensions.csv", "overrides.csv")) {
            Files.copy(COLLECTED.resolve(list), folder.resolve(list));
        }
        assertThat(read(lists).extensions()).hasSize(2);
    }

    /** The published schema has the names that are read, each of them, and no others. */
    @Test
    void theSchemaHasTheSameNames() throws IOException {
        Set<String> published = new HashSet<>();
        collect(new ObjectMapper().readTree(SCHEMA.toFile()), published);
        Set<String> read = new HashSet<>();
        Matcher names = NAME.matcher(Files.readString(OWN.resolve("class.yml")));
        while (names.find()) {
            read.add(names.group(1));
        }
        read.removeAll(MADE);
        read.remove("default");

        assertThat(published).containsAll(read);
        Set<String> onlyPublished = new HashSet<>(published);
        onlyPublished.removeAll(read);
        assertThat(onlyPublished)
                .containsExactlyInAnyOrder(
                        "canvas", "gradescope", "classroom50", "prairielearn", "junit", "github", "csv");
    }

    private static void collect(JsonNode schema, Set<String> names) {
        if (schema.has("properties")) {
            schema.get("properties").fieldNames().forEachRemaining(names::add);
        }
        schema.forEach(each -> {
            if (each.isContainerNode()) {
                collect(each, names);
            }
        });
    }
}
