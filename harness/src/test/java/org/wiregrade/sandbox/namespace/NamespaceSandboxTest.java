package org.wiregrade.sandbox.namespace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.wiregrade.jvm.Launch;
import org.wiregrade.sandbox.Availability;
import org.wiregrade.sandbox.Cell;
import org.wiregrade.sandbox.Limits;
import org.wiregrade.sandbox.OwnThread;
import org.wiregrade.sandbox.RecordedContract;
import org.wiregrade.sandbox.Sandbox;

class NamespaceSandboxTest extends RecordedContract {
    private static final Availability RUNG = NamespaceAvailability.probe();
    private static final Path PYTHON = Path.of("/usr/bin/python3");
    private static final int SIDE_BY_SIDE = 12;
    private static final long MIB = 1L << 20;
    private static final Limits SMALL = new Limits(512 * MIB, 512, 64 * MIB, 256, 120, 64 * MIB, 200 * MIB);

    @Override
    protected Sandbox sandbox() throws IOException {
        assumeTrue(RUNG.usable(), RUNG.found() + " " + RUNG.advice());
        return new NamespaceSandbox();
    }

    /** Together they have more than one alone may have. */
    @Test
    void programsSideBySideDoNotShareOneLimitOfThreads() throws Exception {
        List<String> said = inCell(cell -> {
            List<Process> programs = new ArrayList<>();
            for (int program = 0; program < SIDE_BY_SIDE; program++) {
                programs.add(cell.start(box("threads", "60")));
            }
            List<String> each = new ArrayList<>();
            for (Process program : programs) {
                each.add(threadsOf(program));
            }
            return each;
        });

        assertThat(said).hasSize(SIDE_BY_SIDE).containsOnly("60 threads");
    }

    @Test
    void aProgramHasTheThreadsThatItIsPromisedAndNoMore() throws Exception {
        String said = inCell(cell -> threadsOf(cell.start(box("threads", "2000"))));

        // Java's own threads count, too.
        assertThat(Integer.parseInt(said.replace(" threads", ""))).isBetween(470, Limits.STANDARD.processes() - 1);
    }

    /** Java itself prints a warning first where it gets no thread. */
    private static String threadsOf(Process program) throws IOException {
        try (BufferedReader lines = lines(program)) {
            return lines.lines()
                    .filter(line -> line.matches("\\d+ threads"))
                    .findFirst()
                    .orElse("it ended");
        }
    }

    @Test
    void theKernelRefusesWhatNoLabNeeds() throws Exception {
        assumeTrue(Files.isExecutable(PYTHON), "there is no " + PYTHON);
        Files.copy(Path.of("src/test/resources/sandbox/calls.py"), home.resolve("calls.py"));

        String said = inCell(cell ->
                outputOf(cell.start(new Launch("calls", List.of(PYTHON.toString(), "{home}/calls.py"), home, null))));

        assertThat(said).isEqualTo("""
                keyctl: EPERM
                add_key: EPERM
                request_key: EPERM
                unshare of users: EPERM
                unshare of mounts: EPERM
                unshare of the network: EPERM
                unshare of users and the network: EPERM
                clone with new users: EPERM
                clone with new users and mounts: EPERM
                clone: done
                clone3: ENOSYS
                setns: EPERM
                mount: EPERM
                ptrace: EPERM
                process_vm_readv: EPERM
                bpf: EPERM
                perf_event_open: EPERM
                userfaultfd: EPERM
                io_uring_setup: EPERM
                memfd_create: EPERM
                memfd_secret: EPERM
                shmget: EPERM
                semget: EPERM
                msgget: EPERM
                shared memory without a file: EPERM
                shared zeros: ENODEV
                typing for the terminal: EPERM
                netlink socket: EAFNOSUPPORT
                vsock socket: EAFNOSUPPORT
                unix socket: done
                IPv4 socket: done
                IPv6 socket: done
                buffer for sending: as before
                buffer for receiving: as before
                a call that is yet to come: ENOSYS
                a 32-bit call: killed
                """);
    }

    @Test
    void bwrapSaysWhatItKnowsToAnOrdinaryUserToo() throws Exception {
        assumeTrue(RUNG.usable(), RUNG.found() + " " + RUNG.advice());

        assertThat(NamespaceAvailability.bwrapKnows("--unshare-user")).isTrue();
        assertThat(NamespaceAvailability.bwrapKnows("--what-nobody-knows")).isFalse();
    }

    @Test
    void processesThatTogetherUseTooMuchMemoryAreEndedAndItIsSaidHowMuch() throws Exception {
        String ending = inSmall(cell -> {
            Process program = cell.start(box("family", "4", "80m"));
            assertThat(program.waitFor(20, TimeUnit.SECONDS)).isTrue();
            return cell.ended(program).orElse("not by the sandbox");
        });

        assertThat(ending).matches("its processes together used \\d+ MiB of memory, and 200 MiB is the limit");
        assertThat(Integer.parseInt(ending.replaceAll("\\D+(\\d+).*", "$1"))).isBetween(200, 500);
    }

    @Test
    void aProgramThatUsesLessGoesOnBesideOneThatUsesTooMuch() throws Exception {
        inSmall(cell -> {
            Process modest = cell.start(box("repeat"));
            Process other = cell.start(box("family", "4", "80m"));
            assertThat(other.waitFor(20, TimeUnit.SECONDS)).isTrue();

            assertThat(cell.ended(other)).isPresent();
            assertThat(modest.isAlive()).isTrue();
            assertThat(cell.ended(modest)).isEmpty();
            return null;
        });
    }

    @Test
    void whatProcessesShareIsCountedOnce() throws Exception {
        String forks = "import os\nkept = bytearray(60 << 20)\nchildren = [os.fork() for i in range(3)]\n"
                + "if all(children): print('forked', flush=True)\nos.read(0, 1)";
        inSmall(cell -> {
            Process program = cell.start(new Launch("forks", List.of("python3", "-c", forks), home, null));
            assumeTrue("forked".equals(lines(program).readLine()), "there is no python3");
            BoxedProcesses processes = BoxedProcesses.of(program).orElseThrow();

            assertThat(processes.atMost()).isGreaterThan(200 * MIB);
            // A process that is being made has its share already, and is not in the table yet.
            assertThat(processes.used()).isBetween(20 * MIB, 190 * MIB);
            assertThat(cell.ended(program)).isEmpty();
            return null;
        });
    }

    private <T> T inSmall(Scene<T> scene) throws Exception {
        assumeTrue(RUNG.usable(), RUNG.found() + " " + RUNG.advice());
        return OwnThread.call(() -> {
            try (var sandbox = new NamespaceSandbox(SMALL);
                    Cell cell = sandbox.open()) {
                return scene.play(cell);
            }
        });
    }
}
