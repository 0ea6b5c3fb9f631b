package org.wiregrade.labs.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.wiregrade.results.CheckResult;
import org.wiregrade.results.Result;
import org.wiregrade.run.Grader;
import org.wiregrade.sandbox.process.ProcessSandbox;
import org.wiregrade.submission.Submission;
import org.wiregrade.submission.Template;
import org.wiregrade.testbed.Lab;
import org.wiregrade.testbed.Vocabulary;

/**
 * Right and wrong evidence of a lab, each in a folder of {@code fixtures/captures} beside the words that it deserves.
 *
 * <p>{@code -Dwiregrade.record=true} makes the scripted ones, and all words, anew.
 */
public final class EvidenceCases {
    private static final Path FIXTURES = Path.of("..", "fixtures", "captures");
    private static final String WORDS = "expected.txt";
    private static final boolean RECORD = Boolean.getBoolean("wiregrade.record");

    private final Lab lab;
    private final Path folder;

    private EvidenceCases(Lab lab) {
        this.lab = lab;
        folder = FIXTURES.resolve(lab.name());
    }

    /** A test for each folder of a lab: it is as its script makes it, and gets its words. */
    public static Stream<DynamicTest> of(Lab lab, List<EvidenceCase> scripted) throws IOException {
        EvidenceCases cases = new EvidenceCases(lab);
        for (EvidenceCase each : scripted) {
            if (RECORD) {
                each.write(cases.folder);
            }
        }
        try (Stream<Path> folders = Files.list(cases.folder)) {
            Stream<DynamicTest> words = folders
                    .sorted()
                    .map(folder -> dynamicTest(folder.getFileName().toString(), () -> cases.check(folder)))
                    .toList()
                    .stream();
            Stream<DynamicTest> scripts = scripted.stream()
                    .map(each -> dynamicTest(
                            "script of " + each.name(),
                            () -> assertThat(each.isAsIn(cases.folder))
                                    .as("its files are those that its script makes")
                                    .isTrue()));
            return Stream.concat(words, scripts);
        }
    }

    private void check(Path evidence) throws IOException {
        String words = words(grade(evidence));
        Path file = evidence.resolve(WORDS);
        if (RECORD) {
            Files.writeString(file, words);
        }
        assertThat(words).isEqualTo(Files.readString(file));
    }

    private Result grade(Path evidence) throws IOException {
        try (ProcessSandbox sandbox = new ProcessSandbox();
                Grader grader = new Grader(Template.bundled(), sandbox, Optional.empty(), Vocabulary.any())) {
            return grader.evidence(new Submission(evidence.getFileName().toString(), evidence), List.of(lab));
        }
    }

    private static String words(Result result) {
        StringJoiner words = new StringJoiner("\n", "", "\n");
        words.add(result.earned() + " of " + result.possible() + " points");
        for (CheckResult check : result.checks()) {
            words.add("").add(check.verdict() + " " + check.id());
            Stream.of(check.expected(), check.got(), check.hint(), check.detail())
                    .filter(part -> !part.isEmpty())
                    .flatMap(String::lines)
                    .forEach(line -> words.add("  " + line));
        }
        return words.toString();
    }
}
