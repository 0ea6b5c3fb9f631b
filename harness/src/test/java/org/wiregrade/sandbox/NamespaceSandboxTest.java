package org.wiregrade.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class NamespaceSandboxTest extends RecordedContract {
    private static final Rung RUNG = NamespaceRung.probe();
    private static final long MIB = 1L << 20;
    private static final Limits SMALL = new Limits(512 * MIB, 128, 64 * MIB, 256, 120, 64 * MIB, 200 * MIB);

    @Override
    Sandbox sandbox() throws IOException {
        assumeTrue(RUNG.usable(), RUNG.found() + " " + RUNG.advice());
        return new NamespaceSandbox();
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
            assertThat(processes.used()).isBetween(60 * MIB, 190 * MIB);
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
