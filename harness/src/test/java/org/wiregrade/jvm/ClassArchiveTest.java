package org.wiregrade.jvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.io.IOUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wiregrade.sandbox.Availability;
import org.wiregrade.sandbox.Cell;
import org.wiregrade.sandbox.CellContract;
import org.wiregrade.sandbox.OwnThread;
import org.wiregrade.sandbox.Programs;
import org.wiregrade.sandbox.Sandbox;
import org.wiregrade.sandbox.namespace.NamespaceAvailability;
import org.wiregrade.sandbox.namespace.NamespaceSandbox;
import org.wiregrade.sandbox.process.ProcessSandbox;

/** Java itself says whether an archive is good: with {@code -Xshare:on} it does not start without one. */
class ClassArchiveTest {
    private static final String SOURCE = """
            class Shared {
                public static void main(String[] arguments) throws Exception {
                    System.out.print(Class.forName(arguments[0]).getClassLoader());
                }
            }
            """;

    @TempDir
    static Path folder;

    private static List<Path> libraries;

    @BeforeAll
    static void listWhatProgramsUse() throws Exception {
        libraries = List.of(jarOf(CSVFormat.class), jarOf(IOUtils.class));
        Path sources = Files.createDirectory(folder.resolve("sources"));
        Files.writeString(sources.resolve("Shared.java"), SOURCE);
        Programs.compile(sources, folder.resolve("home"));
        Process rehearsal = new ProcessBuilder(
                        JavaHome.launcher(),
                        "-XX:DumpLoadedClassList=" + folder.resolve("classes.lst"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.wiregrade.labs.Rehearsal")
                .redirectErrorStream(true)
                .start();
        String printed = new String(rehearsal.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(rehearsal.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(rehearsal.exitValue()).as(printed).isZero();
    }

    private static Path jarOf(Class<?> type) throws Exception {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    private static Launch launch(Optional<SharedClasses> shared) {
        List<String> command = List.of(
                "{java}",
                "{sharing}",
                "-Xshare:on",
                "-XX:+UseSerialGC",
                "-cp",
                "{home}/classes",
                "Shared",
                CSVFormat.class.getName());
        return new Launch("shared", command, folder.resolve("home"), null, shared);
    }

    private static String printedIn(Sandbox sandbox, Launch launch) throws Exception {
        return OwnThread.call(() -> {
            try (sandbox;
                    Cell cell = sandbox.open()) {
                return CellContract.outputOf(cell.start(launch));
            }
        });
    }

    @Test
    void aPlainProcessMapsIt() throws Exception {
        assertThat(printedIn(new ProcessSandbox(), launch(ClassArchive.in(folder, libraries))))
                .isEqualTo("null");
    }

    @Test
    void aProgramInABoxMapsIt() throws Exception {
        Availability rung = NamespaceAvailability.probe();
        assumeTrue(rung.usable(), rung.found() + " " + rung.advice());

        assertThat(printedIn(new NamespaceSandbox(), launch(ClassArchive.in(folder, libraries))))
                .isEqualTo("null");
    }

    @Test
    void anotherJavaIsToldNothingOfIt() {
        Launch launch = launch(ClassArchive.in(folder, libraries));

        assertThat(launch.commandForOtherJava("java", "/submission"))
                .containsExactly(
                        "java",
                        "-Xshare:on",
                        "-XX:+UseSerialGC",
                        "-cp",
                        "/submission/classes",
                        "Shared",
                        CSVFormat.class.getName());
    }

    @Test
    void itIsMadeOnceForEachSetOfLibraries() throws IOException {
        SharedClasses first = ClassArchive.in(folder, libraries).orElseThrow();
        FileTime made = Files.getLastModifiedTime(first.archive());

        assertThat(ClassArchive.in(folder, libraries)).contains(first);
        assertThat(Files.getLastModifiedTime(first.archive())).isEqualTo(made);
        assertThat(ClassArchive.in(folder, List.of()).orElseThrow().archive()).isNotEqualTo(first.archive());
    }

    @Test
    void whereNoneCanBeMadeProgramsGoWithout(@TempDir Path elsewhere) throws IOException {
        assertThat(ClassArchive.in(elsewhere, libraries))
                .as("no list of classes")
                .isEmpty();

        Files.copy(folder.resolve("classes.lst"), elsewhere.resolve("classes.lst"));
        assertThat(ClassArchive.in(elsewhere, List.of(elsewhere.resolve("absent.jar"))))
                .as("no such library")
                .isEmpty();
        assertThat(ClassArchive.in(elsewhere, libraries)).as("both are there").isPresent();
    }
}
