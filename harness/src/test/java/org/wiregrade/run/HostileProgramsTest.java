package org.wiregrade.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.wiregrade.labs.chat.ChatLab;
import org.wiregrade.results.CheckResult;
import org.wiregrade.results.Result;
import org.wiregrade.results.Verdict;
import org.wiregrade.run.HostileProgram.Expected;
import org.wiregrade.sandbox.Rung;
import org.wiregrade.sandbox.Sandbox;
import org.wiregrade.sandbox.Sandboxes;
import org.wiregrade.submission.Submission;
import org.wiregrade.submission.Template;
import org.wiregrade.testbed.Lab;

class HostileProgramsTest {
    private static final int AT_ONCE = 6;
    private static final int NEIGHBOURS = 4;
    private static final long MINUTES = 8;

    @TempDir
    private Path work;

    @TestFactory
    Stream<DynamicTest> namespacesContainThem() throws Exception {
        return contain("namespace");
    }

    @TestFactory
    Stream<DynamicTest> containersContainThem() throws Exception {
        return contain("container");
    }

    /** Grades all at once, honest neighbours between them, and then looks at each. */
    private Stream<DynamicTest> contain(String mode) throws Exception {
        Rung rung = Sandboxes.doctor().stream()
                .filter(each -> each.name().equals(mode))
                .findFirst()
                .orElseThrow();
        assumeTrue(rung.usable(), rung.found() + " " + rung.advice());
        Path home = Files.createTempDirectory(work, mode);
        Map<String, Result> results;
        WatchedSandbox watched;
        int strangers;
        try (var listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                var datagrams = new DatagramSocket(listener.getLocalPort(), InetAddress.getLoopbackAddress());
                Sandbox sandbox = Sandboxes.choose(mode)) {
            watched = new WatchedSandbox(sandbox);
            Map<String, Path> class_ = writeClass(home, Map.of("port", String.valueOf(listener.getLocalPort())));
            results = grade(watched, class_);
            strangers = visitors(listener, datagrams);
        }
        List<DynamicTest> tests = new ArrayList<>();
        Result neighbour = results.get("neighbour-0");
        for (HostileProgram program : HostileProgram.all()) {
            tests.add(dynamicTest(program.name(), () -> isAsExpected(program, results.get(program.name()), neighbour)));
        }
        tests.add(dynamicTest("honest neighbours keep their grades", () -> {
            for (int number = 0; number < NEIGHBOURS; number++) {
                assertThat(results.get("neighbour-" + number).checks())
                        .allSatisfy(check -> assertThat(check.verdict())
                                .as(check.id() + ": " + check.got() + "\n" + check.detail())
                                .isEqualTo(Verdict.PASSED));
            }
        }));
        tests.add(dynamicTest(
                "nobody reaches the test's own listener",
                () -> assertThat(strangers).isZero()));
        tests.add(dynamicTest("nothing is left running", () -> {
            assertThat(watched.closed()).isGreaterThanOrEqualTo(results.size());
            assertThat(watched.leftBehind()).isEmpty();
        }));
        return tests.stream();
    }

    private static void isAsExpected(HostileProgram program, Result result, Result neighbour) {
        assertThat(result.checks()).hasSameSizeAs(neighbour.checks());
        assertThat(result.checks())
                .allSatisfy(check -> assertThat(check.verdict())
                        .as(check.id() + ": " + check.got() + "\n" + check.detail())
                        .isNotEqualTo(Verdict.BROKEN));
        List<CheckResult> notPassed = result.checks().stream()
                .filter(check -> check.verdict() != Verdict.PASSED)
                .toList();
        if (program.expected() == Expected.WORKS) {
            assertThat(notPassed).isEmpty();
        }
        if (program.expected() == Expected.FAILS) {
            assertThat(notPassed).isNotEmpty();
        }
    }

    private Map<String, Path> writeClass(Path home, Map<String, String> placeholders) throws IOException {
        Map<String, Path> class_ = new LinkedHashMap<>();
        int number = 0;
        for (HostileProgram program : HostileProgram.all()) {
            class_.put(program.name(), program.writeTo(home.resolve(program.name()), placeholders));
            if (number < NEIGHBOURS) {
                String name = "neighbour-" + number++;
                class_.put(name, HostileProgram.neighbour(home.resolve(name)));
            }
        }
        assertThat(class_).hasSizeGreaterThanOrEqualTo(20 + NEIGHBOURS);
        return class_;
    }

    private static Map<String, Result> grade(Sandbox sandbox, Map<String, Path> class_) throws Exception {
        Map<String, Result> results = new ConcurrentHashMap<>();
        Map<String, Throwable> failures = new ConcurrentHashMap<>();
        var free = new Semaphore(AT_ONCE);
        try (var grader = new Grader(Template.bundled(), sandbox, Optional.empty())) {
            for (var each : class_.entrySet()) {
                assertThat(free.tryAcquire(MINUTES, TimeUnit.MINUTES)).isTrue();
                Thread worker = new Thread(() -> {
                    try {
                        results.put(each.getKey(), grader.grade(Submission.in(each.getValue()), List.of(serverOnly())));
                    } catch (Exception | Error e) {
                        failures.put(each.getKey(), e);
                    } finally {
                        free.release();
                    }
                });
                worker.setDaemon(true);
                worker.start();
            }
            assertThat(free.tryAcquire(AT_ONCE, MINUTES, TimeUnit.MINUTES)).isTrue();
        }
        assertThat(failures).isEmpty();
        return results;
    }

    /** The checks that start the server; what is handed in as evidence is no matter here. */
    private static Lab serverOnly() {
        Lab chat = ChatLab.LAB;
        List<Class<?>> tasks = chat.tasks().stream()
                .filter(task -> task.getSimpleName().equals("ChatServerChecks"))
                .toList();
        assertThat(tasks).hasSize(1);
        return new Lab(chat.name(), chat.title(), chat.programs(), chat.libraries(), tasks);
    }

    private static int visitors(ServerSocket listener, DatagramSocket datagrams) throws IOException {
        int visitors = 0;
        listener.setSoTimeout(1);
        datagrams.setSoTimeout(1);
        try {
            listener.accept().close();
            visitors++;
        } catch (SocketTimeoutException e) {
            // Nobody came.
        }
        try {
            datagrams.receive(new DatagramPacket(new byte[1], 1));
            visitors++;
        } catch (SocketTimeoutException e) {
            // Nothing came.
        }
        return visitors;
    }
}
