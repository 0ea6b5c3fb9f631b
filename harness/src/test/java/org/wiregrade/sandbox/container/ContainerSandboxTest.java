package org.wiregrade.sandbox.container;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.wiregrade.sandbox.Availability;
import org.wiregrade.sandbox.Limits;
import org.wiregrade.sandbox.RecordedContract;
import org.wiregrade.sandbox.Sandbox;

class ContainerSandboxTest extends RecordedContract {
    private static final Availability RUNG = ContainerAvailability.probe();

    @Override
    protected Sandbox sandbox() {
        assumeTrue(RUNG.usable(), RUNG.found() + " " + RUNG.advice());
        return new ContainerSandbox(Limits.STANDARD, Reach.THREAD);
    }
}
