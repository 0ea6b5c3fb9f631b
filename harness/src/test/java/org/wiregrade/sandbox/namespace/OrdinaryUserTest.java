package org.wiregrade.sandbox.namespace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.DockerClientFactory;
import org.wiregrade.sandbox.Availability;
import org.wiregrade.sandbox.Cell;
import org.wiregrade.sandbox.CellContract;
import org.wiregrade.sandbox.OtherJvm;
import org.wiregrade.sandbox.OwnThread;
import org.wiregrade.sandbox.Programs;
import org.wiregrade.sandbox.container.ContainerAvailability;
import org.wiregrade.sandbox.container.ContainerGatewayTest;

class OrdinaryUserTest {
    @TempDir
    private Path work;

    @BeforeEach
    void openTheFolderToAll() throws Exception {
        assumeTrue(
                System.getProperty("os.name").equals("Linux")
                        && new ProcessBuilder("unshare", "--user", "true")
                                        .start()
                                        .waitFor()
                                == 0,
                "this machine lets nobody have a user namespace");
        Files.setPosixFilePermissions(work, PosixFilePermissions.fromString("rwxrwxrwx"));
    }

    @Test
    void namespacesKeepTheirPromisesWithoutRoot() throws Exception {
        Process tests = OtherJvm.start(work, OtherJvm.class, NamespaceSandboxTest.class.getName());

        requireAllSucceeded(tests);
    }

    @Test
    void containersKeepTheirPromisesWithoutRoot() throws Exception {
        Availability rung = ContainerAvailability.probe();
        assumeTrue(rung.usable(), rung.found() + " " + rung.advice());
        String engine = DockerClientFactory.instance()
                .getTransportConfig()
                .getDockerHost()
                .getPath();

        requireAllSucceeded(
                OtherJvm.startWithEngine(work, Path.of(engine), OtherJvm.class, ContainerGatewayTest.class.getName()));
    }

    private static void requireAllSucceeded(Process tests) throws Exception {
        String output = new String(tests.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(output).containsPattern("succeeded (\\d{2,}) of \\1\\b");
    }

    @Test
    void nothingOutlivesAHarnessThatIsKilled() throws Exception {
        Process harness = OtherJvm.start(work, Killed.class);
        Path network = Path.of(CellContract.lines(harness).readLine());
        assertThat(network.toString()).startsWith("net:[");

        harness.destroyForcibly();

        assertThat(harness.waitFor(10, TimeUnit.SECONDS)).isTrue();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (inNetwork(network) > 0 && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(inNetwork(network)).isZero();
    }

    private static long inNetwork(Path network) throws Exception {
        try (var processes = Files.list(Path.of("/proc"))) {
            return processes
                    .filter(process -> process.getFileName().toString().matches("\\d+"))
                    .filter(process -> {
                        try {
                            return Files.readSymbolicLink(process.resolve("ns/net"))
                                    .equals(network);
                        } catch (java.io.IOException e) {
                            return false;
                        }
                    })
                    .count();
        }
    }

    /** Opens a cell with a program and a recording, says in which network, and waits to be killed. */
    static final class Killed {
        private Killed() {}

        public static void main(String[] arguments) throws Exception {
            Path home = Programs.compile(Path.of("src/test/resources/sandbox"), Files.createTempDirectory("box"));
            OwnThread.call(() -> {
                try (var sandbox = new NamespaceSandbox();
                        Cell cell = sandbox.open()) {
                    Process program = cell.start(Programs.launch(home, null, "Box", "echo", "3333"));
                    CellContract.lines(program).readLine();
                    System.out.println(Files.readSymbolicLink(Path.of("/proc/thread-self/ns/net")));
                    return program.waitFor();
                }
            });
        }
    }
}
