package org.wiregrade.regions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wiregrade.submission.Submission;
import org.wiregrade.submission.Template;
import org.wiregrade.submission.Unusable;

/** The template is the reference without its solutions; {@code -Dremake} makes it so. */
class TemplateTest {
    private static final Path REFERENCE = Path.of("../reference");
    private static final Path TEMPLATE = Path.of("../student-template");
    private static final Path ECHO = Path.of("../echo-template");
    private static final String REMAKE =
            "make the templates anew: mvn -q -pl harness test -Dtest=TemplateTest -Dremake";

    @BeforeAll
    static void remakeWhereAsked() throws IOException {
        if (System.getProperty("remake") != null) {
            TemplateMaker.remake(REFERENCE, TEMPLATE, TemplateTest::isShared);
            TemplateMaker.remake(REFERENCE, ECHO, path -> !isShared(path));
        }
    }

    /** The warm-up's programs have a handout of their own, since the chat's has their solution. */
    private static boolean isShared(String path) {
        return !path.startsWith("src/main/java/echo/");
    }

    @Test
    void isTheReferenceWithItsRegionsEmptied() throws IOException {
        assertThat(sources(TEMPLATE)).as(REMAKE).isEqualTo(TemplateMaker.make(REFERENCE, TemplateTest::isShared));
        assertThat(sources(ECHO)).as(REMAKE).isEqualTo(TemplateMaker.make(REFERENCE, path -> !isShared(path)));
    }

    private static SortedMap<String, String> sources(Path template) throws IOException {
        SortedMap<String, String> stands = new TreeMap<>();
        for (String path : new Submission("template", template).sources()) {
            stands.put(path, Files.readString(template.resolve(path)));
        }
        return stands;
    }

    @Test
    void hasNothingOfTheSolutionsAndATaskInEachStudentProgram() throws IOException {
        Template template = Template.in(TEMPLATE);
        for (String packageName : new String[] {"chat", "twoflow"}) {
            assertThat(TemplateMaker.studentSources(template, packageName)).isNotEmpty();
            for (String path : TemplateMaker.studentSources(template, packageName)) {
                Regions regions = regionsOf(path, template);
                assertThat(regions.regions()).as(path).noneMatch(Region::filled);
                assertThat(regions.regions()).as(path).anyMatch(Region::isTask);
                assertThat(regions.regions())
                        .as(path)
                        .allMatch(region -> region.text().strip().startsWith("// TODO:"));
            }
        }
    }

    @Test
    void compilesAsItIsWithoutAWarning(@TempDir Path classes) throws IOException {
        Template template = Template.in(TEMPLATE);
        String[] command = Stream.concat(
                        Stream.of(
                                "-Xlint:all,-classfile",
                                "-Werror",
                                "-proc:none",
                                "--release",
                                "17",
                                "-d",
                                classes.toString()),
                        template.paths().stream()
                                .filter(path -> path.endsWith(".java"))
                                .map(path -> TEMPLATE.resolve(path).toString()))
                .toArray(String[]::new);
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int status = ToolProvider.getSystemJavaCompiler().run(null, said, said, command);
        assertThat(said.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(status).isZero();
    }

    @Test
    void isBundledWholeWithTheHarness(@TempDir Path folder) throws IOException {
        Template.bundled().handout("all").copyTo(folder);
        assertThat(Template.in(folder).paths())
                .isEqualTo(Template.in(TEMPLATE).paths())
                .noneMatch(path -> path.contains("/echo/"));
        assertThat(folder.resolve("pom.xml")).hasSameTextualContentAs(TEMPLATE.resolve("pom.xml"));
    }

    @Test
    void aLabsOwnHandoutHasItsProgramsAndNoneThatGivesThemAway(@TempDir Path folder) throws IOException {
        Template.bundled().handout("echo").copyTo(folder);

        assertThat(Template.in(folder).paths())
                .containsAll(Template.in(ECHO).paths())
                .contains("pom.xml", "src/main/java/lab/Options.java")
                .noneMatch(path -> path.matches(".*/(chat|twoflow)/.*"));
        assertThat(folder.resolve("pom.xml")).content().contains("<lab>echo</lab>");
        assertThat(Template.bundled().sources("echo")).hasSize(2);
    }

    private static Regions regionsOf(String path, Template template) throws IOException {
        try {
            return Regions.of(path, template.text(path));
        } catch (Unusable e) {
            throw new IOException(e);
        }
    }
}
