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
import java.util.EnumMap;
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
import org.wiregrade.results.CheckResult;
import org.wiregrade.results.Result;
import org.wiregrade.results.Verdict;
import org.wiregrade.run.HostileProgram.Expected;
import org.wiregrade.sandbox.Availability;
import org.wiregrade.sandbox.Sandbox;
import org.wiregrade.sandbox.choice.Sandboxes;
import org.wiregrade.sandbox.container.Gateways;
import org.wiregrade.submission.Submission;
import org.wiregrade.submission.Template;
import org.wiregrade.testbed.Vocabulary;

class HostileProgramsTest {
    private static final int AT_ONCE = 6;
    private static final int NEIGHBOURS = 4;
    private static final long MINUTES = 8;

    @TempDir
    private Path work;

    /** A submission, and the program in it that is judged. */
    private record Attempt(Path folder, HostileTarget target) {}

    @TestFactory
    Stream<DynamicTest> namespacesContainThem() throws Exception {
        return contain("namespace");
    }

    @TestFactory
    Stream<DynamicTest> containersContainThem() throws Exception {
        return contain("container");
    }

    @TestFactory
    Stream<DynamicTest> containersThatTheHarnessDoesNotEnterContainThem() throws Exception {
        List<DynamicTest> tests = contain("gateway", Gateways.open());
        List<String> left = Gateways.leftBehind();
        tests.add(dynamicTest("no container is left", () -> assertThat(left).isEmpty()));
        return tests.stream();
    }

    private Stream<DynamicTest> contain(String mode) throws Exception {
        Availability rung = Sandboxes.doctor().stream()
                .filter(each -> each.name().equals(mode))
                .findFirst()
                .orElseThrow();
        assumeTrue(rung.usable(), rung.found() + " " + rung.advice());
        return contain(mode, Sandboxes.choose(mode)).stream();
    }

    /** Grades all at once, honest neighbours between them, and then looks at each. */
    private List<DynamicTest> contain(String name, Sandbox opened) throws Exception {
        Path home = Files.createTempDirectory(work, name);
        Map<String, Result> results;
        WatchedSandbox watched;
        int strangers;
        try (var listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                var datagrams = new DatagramSocket(listener.getLocalPort(), InetAddress.getLoopbackAddress());
                Sandbox sandbox = opened) {
            watched = new WatchedSandbox(sandbox);
            List<Attempt> class_ = writeClass(home, Map.of("port", String.valueOf(listener.getLocalPort())));
            results = grade(watched, class_);
            strangers = visitors(listener, datagrams);
        }
        List<DynamicTest> tests = new ArrayList<>();
        for (HostileProgram program : HostileProgram.all()) {
            tests.add(dynamicTest(
                    program.submission(),
                    () -> isAsExpected(
                            program, results.get(program.submission()), results.get(neighbour(program.target(), 0)))));
        }
        tests.add(dynamicTest("honest neighbours keep their grades", () -> {
            for (HostileTarget target : HostileTarget.values()) {
                for (int number = 0; number < NEIGHBOURS; number++) {
                    assertThat(results.get(neighbour(target, number)).checks())
                            .allSatisfy(check -> assertThat(check.verdict())
                                    .as(check.id() + ": " + check.got() + "\n" + check.detail())
                                    .isEqualTo(Verdict.PASSED));
                }
            }
        }));
        tests.add(dynamicTest(
                "nobody reaches the test's own listener",
                () -> assertThat(strangers).isZero()));
        tests.add(dynamicTest("nothing is left running", () -> {
            assertThat(watched.closed()).isGreaterThanOrEqualTo(results.size());
            assertThat(watched.leftBehind()).isEmpty();
        }));
        return tests;
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
            assertThat(notPassed).as(program.submission()).isEmpty();
        }
        if (program.expected() == Expected.FAILS) {
            assertThat(notPassed)
                    .as("one check of " + program.submission() + " fails and says “" + program.words() + "”")
                    .anySatisfy(check -> assertThat(check.got()).contains(program.words()));
        }
    }

    private static String neighbour(HostileTarget target, int number) {
        return target + "-neighbour-" + number;
    }

    private static List<Attempt> writeClass(Path home, Map<String, String> placeholders) throws IOException {
        List<Attempt> class_ = new ArrayList<>();
        Map<HostileTarget, Integer> neighbours = new EnumMap<>(HostileTarget.class);
        for (HostileProgram program : HostileProgram.all()) {
            Path folder = home.resolve(program.submission());
            class_.add(new Attempt(program.writeTo(folder, placeholders), program.target()));
            int number = neighbours.merge(program.target(), 1, Integer::sum) - 1;
            if (number < NEIGHBOURS) {
                Path honest = home.resolve(neighbour(program.target(), number));
                class_.add(new Attempt(HostileProgram.neighbour(honest), program.target()));
            }
        }
        assertThat(neighbours.get(HostileTarget.CHAT_SERVER)).isGreaterThanOrEqualTo(20);
        assertThat(neighbours.get(HostileTarget.RELAY)).isGreaterThanOrEqualTo(NEIGHBOURS);
        return class_;
    }

    private static Map<String, Result> grade(Sandbox sandbox, List<Attempt> class_) throws Exception {
        Map<String, Result> results = new ConcurrentHashMap<>();
        Map<String, Throwable> failures = new ConcurrentHashMap<>();
        var free = new Semaphore(AT_ONCE);
        try (var grader = new Grader(Template.bundled(), sandbox, Optional.empty(), Vocabulary.any())) {
            for (Attempt each : class_) {
                assertThat(free.tryAcquire(MINUTES, TimeUnit.MINUTES)).isTrue();
                Thread worker = new Thread(() -> {
                    try {
                        Submission submission = Submission.in(each.folder());
                        results.put(
                                submission.name(),
                                grader.grade(submission, List.of(each.target().lab())));
                    } catch (Exception | Error e) {
                        failures.put(each.folder().toString(), e);
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
