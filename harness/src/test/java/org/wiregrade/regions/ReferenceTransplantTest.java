package org.wiregrade.regions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wiregrade.submission.Submission;
import org.wiregrade.submission.Template;

/** The reference and the template themselves, as submissions. */
class ReferenceTransplantTest {
    @Test
    void theReferenceIsTakenWholeAndWithoutANote() throws IOException {
        for (TransplantedSource source : sourcesOf(Path.of("../reference"))) {
            assertThat(source.problem()).as(source.path()).isEmpty();
            assertThat(source.notes()).as(source.path()).isEmpty();
            assertThat(source.diff()).as(source.path()).isEmpty();
            assertThat(source.filledTasks()).as(source.path()).isNotEmpty();
            assertThat(source.emptyTasks()).as(source.path()).isEmpty();
        }
    }

    @Test
    void theTemplateItselfHasNoTaskFilled() throws IOException {
        for (TransplantedSource source : sourcesOf(Path.of("../student-template"))) {
            assertThat(source.problem()).as(source.path()).isEmpty();
            assertThat(source.filledTasks()).as(source.path()).isEmpty();
            assertThat(source.notes()).as(source.path()).isEmpty();
        }
    }

    private static List<TransplantedSource> sourcesOf(Path folder) throws IOException {
        Template template = Template.in(Path.of("../student-template"));
        List<String> sources = new ArrayList<>(TemplateMaker.studentSources(template, "chat"));
        sources.addAll(TemplateMaker.studentSources(template, "twoflow"));
        assertThat(sources).hasSize(5);
        return Transplant.of(template, Submission.in(folder), sources).sources();
    }
}
