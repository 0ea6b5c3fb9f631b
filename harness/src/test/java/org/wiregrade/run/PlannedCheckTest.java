package org.wiregrade.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wiregrade.labs.Labs;
import org.wiregrade.testbed.Lab;

class PlannedCheckTest {
    static Stream<Lab> labs() {
        return Labs.all().stream();
    }

    @ParameterizedTest
    @MethodSource("labs")
    void everyLabIsWorthAHundredPoints(Lab lab) {
        assertThat(PlannedCheck.of(lab).stream()
                        .mapToInt(check -> check.check().points())
                        .sum())
                .isEqualTo(100);
    }

    @ParameterizedTest
    @MethodSource("labs")
    void everyCheckSaysWhatItIs(Lab lab) {
        List<String> ids = new ArrayList<>();
        for (PlannedCheck planned : PlannedCheck.of(lab)) {
            assertThat(planned.check().id()).matches(lab.name() + "(\\.[a-z0-9-]+)+");
            assertThat(planned.check().title()).isNotBlank().doesNotEndWith(".");
            assertThat(planned.check().hint()).isNotBlank().endsWith(".");
            assertThat(planned.check().points()).isNotNegative();
            assertThat(planned.task().lab()).isEqualTo(lab.name());
            ids.add(planned.check().id());
        }
        assertThat(ids).isNotEmpty().doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("labs")
    void checksBuildOnlyOnEarlierChecks(Lab lab) {
        List<String> earlier = new ArrayList<>();
        for (PlannedCheck planned : PlannedCheck.of(lab)) {
            assertThat(earlier)
                    .as(planned.check().id())
                    .containsAll(List.of(planned.check().needs()));
            earlier.add(planned.check().id());
        }
    }

    @ParameterizedTest
    @MethodSource("labs")
    void theTagByWhichMavenChoosesALabIsItsName(Lab lab) {
        for (Class<?> task : lab.tasks()) {
            assertThat(Stream.of(task.getAnnotationsByType(Tag.class)).map(Tag::value))
                    .as(task.getSimpleName())
                    .contains(lab.name());
        }
    }
}
