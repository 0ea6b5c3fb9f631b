package org.wiregrade.regions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wiregrade.submission.Submission;
import org.wiregrade.submission.Template;

/** Source files damaged at random: none gets given code changed or hidden. */
class DamagedSourceTest {
    private static final String PATH = "src/main/java/chat/ChatServer.java";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whateverAStudentHandsInGivenCodeRunsAsGiven(long seed) throws Exception {
        Template template = Template.in(Path.of("../student-template"));
        String solved = Files.readString(Path.of("../reference").resolve(PATH));
        Regions given = Regions.of(PATH, template.text(PATH));
        Random random = new Random(seed);
        int usable = 0;
        for (int i = 0; i < 150; i++) {
            String damaged = damaged(solved, random);
            TransplantedSource source = transplanted(template, damaged);
            Regions run = Regions.of(PATH, source.text());
            assertThat(run.outside())
                    .as("seed %d, number %d:%n%s", seed, i, damaged)
                    .isEqualTo(given.outside());
            assertThat(texts(source.text()))
                    .as("no region hides given code: seed %d, number %d:%n%s", seed, i, damaged)
                    .isEqualTo(textsPieceByPiece(run));
            usable += source.problem().isEmpty() ? 1 : 0;
        }
        assertThat(usable).isBetween(15, 135);
    }

    private TransplantedSource transplanted(Template template, String source) throws IOException {
        Path file = folder.resolve(PATH);
        Files.createDirectories(file.getParent());
        Files.writeString(file, source);
        return Transplant.of(template, new Submission("alice", folder), List.of(PATH))
                .sources()
                .get(0);
    }

    private static String damaged(String text, Random random) {
        String[] pieces = {
            "{", "}", "/*", "*/", "//", "\"", "\"\"\"", "\\u007d", "\\u000a", "'", "(", "\n", Markers.END, "import a.B;"
        };
        StringBuilder damaged = new StringBuilder(text);
        for (int edits = 1 + random.nextInt(3); edits > 0; edits--) {
            int at = random.nextInt(damaged.length());
            switch (random.nextInt(3)) {
                case 0 -> damaged.insert(at, pieces[random.nextInt(pieces.length)]);
                case 1 -> damaged.delete(at, Math.min(damaged.length(), at + 1 + random.nextInt(40)));
                default -> damaged.insert(at, damaged.substring(random.nextInt(at + 1), at));
            }
        }
        return damaged.toString();
    }

    private static List<String> texts(String source) throws JavaTokens.Unfinished {
        return JavaTokens.of(source).stream().map(JavaTokens.Token::text).toList();
    }

    private static List<String> textsPieceByPiece(Regions regions) throws JavaTokens.Unfinished {
        List<String> texts = new ArrayList<>();
        StringBuilder outside = new StringBuilder();
        for (Regions.Line line : regions.outside()) {
            if (line.region() >= 0) {
                texts.addAll(texts(outside.toString()));
                texts.addAll(texts(regions.regions().get(line.region()).text()));
                outside.setLength(0);
            }
            outside.append(line.text()).append('\n');
        }
        texts.addAll(texts(outside.toString()));
        return texts;
    }
}
