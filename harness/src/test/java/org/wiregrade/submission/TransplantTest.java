package org.wiregrade.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The reference and the template themselves, as submissions. */
class TransplantTest {
    private final Template template = templateIn(Path.of("../student-template"));

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

    private static Template templateIn(Path folder) {
        try {
            return Template.in(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Transplant transplant(Path folder) throws IOException {
        List<String> sources = new ArrayList<>(template.studentSources("chat"));
        sources.addAll(template.studentSources("twoflow"));
        assertThat(sources).hasSize(5);
        return Transplant.of(template, Submission.in(folder), sources);
    }
}
