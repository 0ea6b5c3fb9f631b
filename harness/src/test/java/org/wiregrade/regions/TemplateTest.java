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

    @BeforeAll
    static void remakeWhereAsked() throws IOException {
        if (System.getProperty("remake") != null) {
            TemplateMaker.remake(REFERENCE, TEMPLATE);
        }
    }

    @Test
    void isTheReferenceWithItsRegionsEmptied() throws IOException {
        SortedMap<String, String> stands = new TreeMap<>();
        for (String path : new Submission("template", TEMPLATE).sources()) {
            stands.put(path, Files.readString(TEMPLATE.resolve(path)));
        }
        assertThat(stands)
                .as("make the template anew: mvn -q -pl harness test -Dtest=TemplateTest -Dremake")
                .isEqualTo(TemplateMaker.make(REFERENCE));
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
        Template.bundled().copyTo(folder);
        assertThat(Template.in(folder).paths()).isEqualTo(Template.bundled().paths());
        assertThat(folder.resolve("pom.xml")).hasSameTextualContentAs(TEMPLATE.resolve("pom.xml"));
    }

    private static Regions regionsOf(String path, Template template) throws IOException {
        try {
            return Regions.of(path, template.text(path));
        } catch (Unusable e) {
            throw new IOException(e);
        }
    }
}
