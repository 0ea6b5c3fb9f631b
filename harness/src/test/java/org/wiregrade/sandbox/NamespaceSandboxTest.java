package org.wiregrade.sandbox;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;

class NamespaceSandboxTest extends RecordedContract {
    private static final Rung RUNG = NamespaceRung.probe();

    @Override
    Sandbox sandbox() throws IOException {
        assumeTrue(RUNG.usable(), RUNG.found() + " " + RUNG.advice());
        return new NamespaceSandbox();
    }
}
