package org.wiregrade;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.wiregrade.labs.Labs;
import org.wiregrade.testbed.Lab;

/** What may know what: the way data takes through the harness. */
class ArchitectureTest {
    private static final JavaClasses HARNESS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.wiregrade");

    @Test
    void dataGoesOneWay() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("cli")
                .definedBy("org.wiregrade.cli..")
                .layer("run")
                .definedBy("org.wiregrade.run..")
                .layer("labs")
                .definedBy("org.wiregrade.labs..")
                .layer("testbed")
                .definedBy("org.wiregrade.testbed..")
                .layer("capture")
                .definedBy("org.wiregrade.capture..")
                .layer("wire")
                .definedBy("org.wiregrade.wire..")
                .layer("sandbox")
                .definedBy("org.wiregrade.sandbox..")
                .layer("submission")
                .definedBy("org.wiregrade.submission..")
                .layer("report")
                .definedBy("org.wiregrade.report..")
                .layer("grade")
                .definedBy("org.wiregrade.grade..")
                .layer("results")
                .definedBy("org.wiregrade.results..")
                .whereLayer("cli")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("run")
                .mayOnlyBeAccessedByLayers("cli")
                .whereLayer("labs")
                .mayOnlyBeAccessedByLayers("run", "cli")
                .whereLayer("testbed")
                .mayOnlyBeAccessedByLayers("labs", "run", "cli")
                .whereLayer("capture")
                .mayOnlyBeAccessedByLayers("labs", "report", "run", "cli")
                .whereLayer("wire")
                .mayOnlyBeAccessedByLayers("capture", "testbed", "labs", "report", "cli")
                .whereLayer("sandbox")
                .mayOnlyBeAccessedByLayers("testbed", "run", "cli")
                .whereLayer("submission")
                .mayOnlyBeAccessedByLayers("testbed", "labs", "run", "cli")
                .whereLayer("report")
                .mayOnlyBeAccessedByLayers("run", "cli")
                .whereLayer("grade")
                .mayOnlyBeAccessedByLayers("report", "run", "cli")
                .check(HARNESS);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("org.wiregrade.(*)..").should().beFreeOfCycles().check(HARNESS);
    }

    @Test
    void labsDoNotKnowEachOther() {
        for (Lab lab : Labs.all()) {
            String own = home(lab);
            assertThat(own).startsWith("org.wiregrade.labs.");
            for (Lab other : Labs.all()) {
                if (!other.equals(lab)) {
                    noClasses()
                            .that()
                            .resideInAPackage(own + "..")
                            .should()
                            .dependOnClassesThat()
                            .resideInAPackage(home(other) + "..")
                            .check(HARNESS);
                }
            }
        }
    }

    private static String home(Lab lab) {
        return lab.tasks().get(0).type().getPackageName();
    }

    @Test
    void aRuleKnowsNeitherHowAnExchangeWasSeenNorWhoAsks() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("checks")
                .definedBy("org.wiregrade.labs.chat")
                .layer("live")
                .definedBy("org.wiregrade.labs.chat.live")
                .layer("log")
                .definedBy("org.wiregrade.labs.chat.log")
                .layer("wire")
                .definedBy("org.wiregrade.labs.chat.wire")
                .layer("rule")
                .definedBy("org.wiregrade.labs.chat.rule")
                .whereLayer("checks")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("live")
                .mayOnlyBeAccessedByLayers("checks")
                .whereLayer("log")
                .mayOnlyBeAccessedByLayers("checks")
                .whereLayer("wire")
                .mayOnlyBeAccessedByLayers("checks", "log")
                .check(HARNESS);
    }

    static Stream<Arguments> homesOfLibraries() {
        return Stream.of(
                home("io.pkts", "capture"),
                home("picocli", "cli"),
                home("me.tongfei", "cli"),
                home("gg.jte", "report"),
                home("org.apache.commons.csv", "report", "labs"),
                home("org.apache.commons.compress", "submission"),
                home("com.github.difflib", "submission"),
                home("org.objectweb.asm", "submission"),
                home("com.sun.jna", "sandbox"),
                home("org.testcontainers", "sandbox"),
                home("com.github.dockerjava", "sandbox"),
                home("com.tngtech.archunit", "labs"),
                home("com.fasterxml.jackson", "results", "run", "report"),
                home("org.junit.platform.launcher", "run"));
    }

    private static Arguments home(String library, String... homes) {
        return Arguments.of(
                library,
                Stream.of(homes).map(name -> "org.wiregrade." + name + "..").toArray(String[]::new));
    }

    @ParameterizedTest
    @MethodSource("homesOfLibraries")
    void eachLibraryHasItsHome(String library, String[] homes) {
        noClasses()
                .that(resideInAPackage("org.wiregrade..")
                        .and(com.tngtech.archunit.base.DescribedPredicate.not(resideInAnyPackage(homes))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library + "..")
                .because("two vocabularies meet in one place")
                .check(HARNESS);
    }

    @Test
    void onlyTheCommandLineAndTheStudentsReportPrint() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.wiregrade.cli..")
                .and()
                .haveSimpleNameNotEndingWith("CompilerWorker")
                .and()
                .haveSimpleNameNotEndingWith("Rehearsal")
                .and()
                .haveSimpleNameNotEndingWith("StudentReport")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .check(HARNESS);
    }

    @Test
    void checksBlameOnlyThroughTheirOwnFailure() {
        noClasses()
                .that()
                .resideInAPackage("org.wiregrade.labs..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.junit.jupiter.api.Assertions")
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("org.assertj..")
                .check(HARNESS);
    }

    @Test
    void theRulesLookAtTheWholeHarness() {
        assertThat(HARNESS.stream().map(type -> type.getPackageName()))
                .contains(
                        "org.wiregrade.cli",
                        "org.wiregrade.run",
                        "org.wiregrade.testbed",
                        "org.wiregrade.capture",
                        "org.wiregrade.wire",
                        "org.wiregrade.sandbox",
                        "org.wiregrade.submission",
                        "org.wiregrade.report",
                        "org.wiregrade.grade",
                        "org.wiregrade.results");
    }
}
