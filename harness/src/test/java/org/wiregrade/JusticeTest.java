package org.wiregrade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.wiregrade.labs.Labs;

/** Each sentence of a task has a check, and each live check a reason: the tables of {@code docs/justice.md} are whole. */
class JusticeTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern HEADING = Pattern.compile("### .*: `(?<file>.*\\.java)`");
    private static final Pattern ROW = Pattern.compile("\\| (?<says>.*) \\| (?<checks>`.*`) \\|");
    private static final Pattern ID = Pattern.compile("`([a-z0-9.-]+)`");

    private record Row(String says, List<String> checks) {}

    /** The rows of each table, by the file that its heading names; those of no file by an empty name. */
    private static Map<String, List<Row>> tables() throws IOException {
        Map<String, List<Row>> tables = new LinkedHashMap<>();
        String file = "";
        for (String line : Files.readAllLines(ROOT.resolve("docs/justice.md"))) {
            Matcher heading = HEADING.matcher(line);
            Matcher row = ROW.matcher(line);
            if (line.startsWith("#")) {
                file = heading.matches() ? heading.group("file") : "";
            } else if (row.matches()) {
                List<String> checks = ID.matcher(row.group("checks"))
                        .results()
                        .map(id -> id.group(1))
                        .toList();
                tables.computeIfAbsent(file, name -> new java.util.ArrayList<>())
                        .add(new Row(row.group("says").replace("\\|", "|"), checks));
            }
        }
        return tables;
    }

    /** What the tasks of a file say, without the marks of comments, numbers and line breaks. */
    private static String tasks(Path file) throws IOException {
        var text = new StringBuilder();
        boolean within = false;
        for (String line : Files.readAllLines(file)) {
            boolean begins = line.contains(">>> STUDENT CODE STARTS HERE (task");
            within = begins || (within && !line.contains("<<< STUDENT CODE ENDS HERE"));
            if (within && !begins) {
                text.append(line.replaceFirst("^\\s*//\\s*(TODO: |\\d\\. )?", ""))
                        .append(' ');
            }
        }
        return text.toString().replaceAll("\\s+", " ").strip();
    }

    @Test
    void eachSentenceOfATaskHasAChecksName() throws IOException {
        Map<String, List<Row>> tables = tables();
        Set<String> withTasks = new TreeSet<>();
        for (String template : List.of("student-template", "echo-template")) {
            Path sources = ROOT.resolve(template).resolve("src/main/java");
            try (Stream<Path> files = Files.walk(sources)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    String left = tasks(file);
                    if (!left.isEmpty()) {
                        String name = sources.relativize(file).toString();
                        withTasks.add(name);
                        for (Row row : tables.getOrDefault(name, List.of())) {
                            assertThat(left).as(name).contains(row.says());
                            left = left.replaceFirst(Pattern.quote(row.says()), "");
                        }
                        assertThat(left.strip())
                                .as("without a check in " + name)
                                .isEmpty();
                    }
                }
            }
        }
        assertThat(withTasks).hasSize(7).isSubsetOf(tables.keySet());
    }

    @Test
    void eachLiveCheckHasAReasonAndEachNameIsACheck() throws IOException {
        Set<String> named = tables().values().stream()
                .flatMap(List::stream)
                .flatMap(row -> row.checks().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> live = Labs.all().stream()
                .flatMap(lab -> lab.tasks().stream())
                .filter(task -> !task.evidence())
                .flatMap(task -> task.checks().stream())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(named).isEqualTo(live);
    }
}
