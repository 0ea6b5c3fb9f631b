package org.wiregrade.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.wiregrade.intake.HandedIn;
import org.wiregrade.intake.Intake;
import org.wiregrade.jvm.Launch;
import org.wiregrade.results.CheckResult;
import org.wiregrade.results.Result;
import org.wiregrade.results.Verdict;
import org.wiregrade.sandbox.process.ProcessSandbox;
import org.wiregrade.submission.Template;
import org.wiregrade.testbed.Lab;
import org.wiregrade.testbed.Lab.StudentProgram;
import org.wiregrade.testbed.LabCheck;
import org.wiregrade.testbed.LabTask;
import org.wiregrade.testbed.Task;
import org.wiregrade.testbed.Testbed;
import org.wiregrade.testbed.Vocabulary;

/** A program that says that something ran out gets a second run, alone, and after that what it deserves. */
@DisabledOnOs(OS.WINDOWS)
class ShortageRunsTest {
    private static final StudentProgram SERVER = new StudentProgram("chat server", "chat.ChatServer");
    private static final Lab LAB = new Lab(
            "mini", "A lab for tests", List.of(SERVER), List.of(), List.of(LabTask.of(Checks.class, "mini.starts")));

    static final class Declared implements Supplier<Lab> {
        @Override
        public Lab get() {
            return LAB;
        }
    }

    @Task(value = "Servers", lab = Declared.class)
    static class Checks {
        @LabCheck(id = "mini.starts", points = 1, title = "It starts", hint = "Start it.")
        void starts(Testbed testbed) throws Exception {
            testbed.startServer(SERVER, Pattern.compile("never asked"));
        }
    }

    @TempDir
    Path folder;

    private Result grade(String script) throws Exception {
        Path submission = Files.createDirectories(folder.resolve("class/alice"));
        Files.writeString(submission.resolve("server.sh"), script);
        var launch = new Launch("server", List.of("sh", "{home}/server.sh"), submission, Pattern.compile("READY"));
        try (var sandbox = new ProcessSandbox();
                var work = WorkFolder.create();
                var grader = new Grader(
                        Template.bundled(), sandbox, Optional.of(launch), new Vocabulary(Vocabulary.PLAIN))) {
            HandedIn alice =
                    Intake.of(folder.resolve("class"), work.path()).handedIn().get(0);
            return grader.grade(alice, List.of(LAB), Files.createDirectories(folder.resolve("captures")));
        }
    }

    @Test
    void whatLackedSomethingOnlyOncePasses() throws Exception {
        Result result = grade("mark=" + folder.resolve("mark")
                + "\nif [ -e $mark ]; then echo READY; read line; fi\n: > $mark\n"
                + "echo java.lang.OutOfMemoryError: unable to create native thread; exit 1\n");

        assertThat(result.checks()).extracting(CheckResult::verdict).containsExactly(Verdict.PASSED);
        assertThat(result.notes()).singleElement().asString().contains("a second time, alone");
    }

    @Test
    void whatOnlySaysSoLosesItsPointsAndCallsNobody() throws Exception {
        for (String words : List.of(
                "There is insufficient memory for the Java Runtime Environment to continue.",
                "Error occurred during initialization of VM",
                "bwrap: Creating new namespace failed",
                "java.net.SocketException: Too many open files")) {
            Result result = grade("echo '" + words + "'; exit 1\n");

            assertThat(result.checks()).extracting(CheckResult::verdict).containsExactly(Verdict.FAILED);
            assertThat(result.needsPerson()).isFalse();
            assertThat(result.notes()).hasSize(1);
        }
    }

    @Test
    void whatRanOutIsSaid() throws Exception {
        Result result = grade("echo java.net.SocketException: Too many open files; exit 1\n");

        CheckResult check = result.checks().get(0);
        assertThat(check.got()).contains("it could open no more files and connections");
        assertThat(check.hint()).contains("Close each connection");
    }

    @Test
    void whatEndsByASignalWithoutAWordIsTriedAgain() throws Exception {
        Result result = grade("kill -9 $$\n");

        CheckResult check = result.checks().get(0);
        assertThat(check.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(check.got()).contains("it ended with exit code 137; it was killed");
        assertThat(result.notes()).hasSize(1);
    }

    @Test
    void whatFailsForAnotherReasonRunsOnce() throws Exception {
        Result result = grade("echo mistaken; exit 1\n");

        assertThat(result.checks()).extracting(CheckResult::verdict).containsExactly(Verdict.FAILED);
        assertThat(result.notes()).isEmpty();
    }
}
