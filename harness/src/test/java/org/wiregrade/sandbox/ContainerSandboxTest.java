package org.wiregrade.sandbox;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

class ContainerSandboxTest extends RecordedContract {
    private static final Rung RUNG = ContainerRung.probe();

    @Override
    Sandbox sandbox() {
        assumeTrue(RUNG.usable(), RUNG.found() + " " + RUNG.advice());
        return new ContainerSandbox(Limits.STANDARD, Reach.THREAD);
    }
}
