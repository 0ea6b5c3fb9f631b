package org.wiregrade.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wiregrade.labs.Labs;
import org.wiregrade.testbed.Lab;
import org.wiregrade.testbed.LabTask;
import org.wiregrade.testbed.Task;

class PlannedCheckTest {
    private static final JavaClasses HARNESS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.wiregrade.labs");

    static Stream<Lab> labs() {
        return Labs.all().stream();
    }

    @ParameterizedTest
    @MethodSource("labs")
    void everyLabIsWorthAHundredPoints(Lab lab) {
        assertThat(PlannedCheck.of(lab).stream()
                        .mapToInt(check -> check.check().points())
                        .sum())
                .as("the points of all checks of %s, which have to sum to 100", lab.name())
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
    void everyClassOfChecksStandsInTheListOfItsLab(Lab lab) {
        List<Class<?>> declared = HARNESS.stream()
                .filter(type -> type.isAnnotatedWith(Task.class))
                .<Class<?>>map(JavaClass::reflect)
                .filter(type -> Lab.of(type).orElseThrow().name().equals(lab.name()))
                .toList();
        assertThat(lab.tasks().stream().<Class<?>>map(LabTask::type))
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(declared);
    }

    @Test
    void aCheckThatIsNotInTheListIsNamed() {
        LabTask task = LabTask.of(MiniLab.Checks.class, "mini.word");

        assertThatThrownBy(task::methods)
                .hasMessage(
                        "“mini.after” of Checks is missing in the list of its lab, which gives the order: add it where"
                                + " it is to run");
    }

    @Test
    void aListThatHasMoreThanTheClassIsRefused() {
        assertThatThrownBy(() -> LabTask.of(MiniLab.Checks.class, "mini.word", "mini.more", "mini.after")
                        .methods())
                .hasMessage("the lab's list has “mini.more”, which no check of Checks is called");
        assertThatThrownBy(() -> LabTask.of(MiniLab.Checks.class, "mini.word", "mini.after", "mini.word")
                        .methods())
                .hasMessage("“mini.word” stands twice in the list of its lab");
    }

    @Test
    void theListIsTheOrder() {
        LabTask task = LabTask.of(MiniLab.Checks.class, "mini.after", "mini.word");

        assertThat(task.methods()).extracting(Method::getName).containsExactly("after", "word");
    }
}
