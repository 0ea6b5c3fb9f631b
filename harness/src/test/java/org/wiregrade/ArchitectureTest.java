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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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

    /** Each room, from the top, with those that may know it; whoever is not named here knows none, and is known by none. */
    private static final Map<String, Set<String>> KNOWN_BY = rooms();

    private static Map<String, Set<String>> rooms() {
        Map<String, Set<String>> rooms = new LinkedHashMap<>();
        rooms.put("cli", Set.of());
        rooms.put("batch", Set.of("cli"));
        rooms.put("export", Set.of("cli"));
        rooms.put("host", Set.of());
        rooms.put("run", Set.of("cli", "batch", "host"));
        rooms.put("labs", Set.of("cli", "host"));
        rooms.put("testbed", Set.of("labs", "run", "batch", "host", "cli"));
        rooms.put("report", Set.of("cli", "export", "batch", "host"));
        rooms.put("grade", Set.of("report", "batch", "cli"));
        rooms.put("policy", Set.of("report", "export", "batch", "cli"));
        rooms.put("build", Set.of("testbed", "labs", "run", "host", "cli"));
        rooms.put("capture", Set.of("labs", "report", "cli"));
        rooms.put("sandbox", Set.of("testbed", "run", "host", "cli"));
        rooms.put("intake", Set.of("run", "batch", "cli"));
        rooms.put("regions", Set.of("build", "testbed", "labs", "run"));
        rooms.put("submission", Set.of("intake", "regions", "build", "testbed", "labs", "run", "batch", "host", "cli"));
        rooms.put("wire", Set.of("capture", "testbed", "labs", "report", "cli"));
        rooms.put("results", Set.of("export", "testbed", "run", "batch", "host", "grade", "policy", "report", "cli"));
        rooms.put("jvm", Set.of("sandbox", "build", "testbed", "run", "cli"));
        rooms.put("temporary", Set.of("sandbox", "capture", "build", "run", "batch", "host", "cli", "jvm"));
        return rooms;
    }

    @Test
    void dataGoesOneWay() {
        var house = layeredArchitecture().consideringOnlyDependenciesInLayers();
        for (String room : KNOWN_BY.keySet()) {
            house = house.layer(room).definedBy("org.wiregrade." + room + "..");
        }
        for (Map.Entry<String, Set<String>> room : KNOWN_BY.entrySet()) {
            house = room.getValue().isEmpty()
                    ? house.whereLayer(room.getKey()).mayNotBeAccessedByAnyLayer()
                    : house.whereLayer(room.getKey())
                            .mayOnlyBeAccessedByLayers(room.getValue().toArray(String[]::new));
        }
        house.check(HARNESS);
    }

    @Test
    void everyPackageIsInARoomAndEveryRoomHasTypes() {
        Set<String> rooms = HARNESS.stream()
                .map(type -> type.getPackageName())
                .filter(name -> !name.equals("org.wiregrade"))
                .map(name -> name.substring("org.wiregrade.".length()).replaceFirst("\\..*", ""))
                .collect(Collectors.toSet());

        assertThat(rooms).containsExactlyInAnyOrderElementsOf(KNOWN_BY.keySet());
    }

    @Test
    void everyPackageSaysWhatItIs() throws IOException {
        List<String> silent = new ArrayList<>();
        int looked = 0;
        try (Stream<Path> folders = Files.walk(Path.of("src/main/java/org/wiregrade"))) {
            for (Path folder : folders.filter(Files::isDirectory).toList()) {
                looked++;
                if (!Files.exists(folder.resolve("package-info.java"))) {
                    silent.add(folder.toString());
                }
            }
        }

        assertThat(looked).isGreaterThan(20);
        assertThat(silent).isEmpty();
    }

    /** At any depth: what is deeper may know what is above it, or the other way round, and not both. */
    @Test
    void packagesHaveNoCycles() {
        slices().matching("org.wiregrade.(**)").should().beFreeOfCycles().check(HARNESS);
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
                home("org.apache.commons.csv", "report", "export", "policy", "labs"),
                home("org.apache.commons.numbers", "policy"),
                home("org.yaml.snakeyaml", "policy"),
                home("org.apache.commons.compress", "intake", "capture"),
                home("io.airlift", "capture"),
                home("com.github.difflib", "regions"),
                home("org.objectweb.asm", "build"),
                home("com.sun.jna", "sandbox"),
                home("org.testcontainers", "sandbox.container"),
                home("com.github.dockerjava", "sandbox.container"),
                home("com.tngtech.archunit", "labs"),
                home("com.fasterxml.jackson", "results", "export", "run", "batch", "report"),
                home("org.junit.platform.launcher", "run", "host"));
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
                .haveSimpleNameNotEndingWith("TypicalProgram")
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
}
