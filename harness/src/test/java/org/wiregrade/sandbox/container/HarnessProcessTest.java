package org.wiregrade.sandbox.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HarnessProcessTest {
    @BeforeEach
    void onlyLinuxTellsItsStartsApart() {
        assumeTrue(HarnessProcess.current().machine().isPresent(), "this is not Linux");
    }

    @Test
    void oneThatRunsIsNotGone() {
        assertThat(HarnessProcess.isGone(HarnessProcess.current().label())).isFalse();
    }

    @Test
    void oneThatWasKilledIsGone() throws Exception {
        Process other = new ProcessBuilder("sleep", "600").start();
        String label = HarnessProcess.of(other.toHandle()).label();
        assertThat(HarnessProcess.isGone(label)).isFalse();

        other.destroyForcibly().waitFor();

        assertThat(HarnessProcess.isGone(label)).isTrue();
    }

    @Test
    void anotherProcessOfTheSameNumberIsNotTheOneThatIsMeant() {
        HarnessProcess mine = HarnessProcess.current();
        var before = new HarnessProcess(mine.machine(), mine.pid(), mine.started() - 1);

        assertThat(HarnessProcess.isGone(before.label())).isTrue();
    }

    @Test
    void ofAnotherMachinesAndOfLabelsWithoutAProcessNothingIsKnown() {
        HarnessProcess mine = HarnessProcess.current();

        assertThat(HarnessProcess.isGone("another/pid:[1] " + mine.pid() + " 0"))
                .isFalse();
        assertThat(HarnessProcess.isGone("")).isFalse();
    }
}
