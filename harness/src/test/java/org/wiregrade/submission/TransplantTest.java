package org.wiregrade.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The reference and the template themselves, as submissions. */
class TransplantTest {
    private final Template template = Template.bundled();

    @Test
    void theReferenceIsTakenWholeAndWithoutANote() throws IOException {
        for (TransplantedSource source : transplant(Path.of("../reference")).sources()) {
            assertThat(source.problem()).as(source.path()).isEmpty();
            assertThat(source.notes()).as(source.path()).isEmpty();
            assertThat(source.diff()).as(source.path()).isEmpty();
            assertThat(source.filledTasks()).as(source.path()).isNotEmpty();
            assertThat(source.emptyTasks()).as(source.path()).isEmpty();
        }
    }

    @Test
    void theTemplateItselfHasNoTaskFilled() throws IOException {
        for (TransplantedSource source :
                transplant(Path.of("../student-template")).sources()) {
            assertThat(source.problem()).as(source.path()).isEmpty();
            assertThat(source.filledTasks()).as(source.path()).isEmpty();
            assertThat(source.text()).isEqualTo(template.text(source.path()));
        }
    }

    private Transplant transplant(Path folder) throws IOException {
        List<String> sources = template.studentSources("chat");
        assertThat(sources).isNotEmpty();
        return Transplant.of(template, Submission.in(folder), sources);
    }
}
