package org.wiregrade.cli;

import java.io.IOException;
import org.wiregrade.sandbox.Sandbox;
import org.wiregrade.sandbox.choice.Sandboxes;
import picocli.CommandLine.Option;

/** The option that says where students' programs run. */
final class SandboxOption {
    @Option(
            names = "--sandbox",
            paramLabel = "KIND",
            defaultValue = "auto",
            description = "auto (the strongest that works here; see doctor), container, namespace, or process.")
    private String kind;

    Sandbox open() throws IOException {
        return Sandboxes.choose(kind);
    }
}
