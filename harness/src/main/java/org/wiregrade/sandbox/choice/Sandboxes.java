package org.wiregrade.sandbox.choice;

import java.io.IOException;
import java.util.List;
import org.wiregrade.sandbox.Availability;
import org.wiregrade.sandbox.Sandbox;
import org.wiregrade.sandbox.container.ContainerAvailability;
import org.wiregrade.sandbox.container.ContainerSandbox;
import org.wiregrade.sandbox.namespace.NamespaceAvailability;
import org.wiregrade.sandbox.namespace.NamespaceSandbox;
import org.wiregrade.sandbox.process.ProcessSandbox;

/** Chooses the strongest sandbox that this machine offers without a wait, or the one that was asked for. */
public final class Sandboxes {
    /** What {@code --sandbox} accepts. */
    public static final List<String> MODES = List.of("auto", "container", "namespace", "process");

    private Sandboxes() {}

    /**
     * Opens the sandbox of a mode.
     *
     * <p>{@code auto} takes the namespace rung, else a container, else plain processes: {@link Sandbox#name} tells which,
     * and a caller that grades others' programs says so or refuses where it is {@code process}.
     *
     * @throws IOException where the mode that was asked for does not work here; says what was found and what would help
     * @throws IllegalArgumentException for a mode that is not in {@link #MODES}
     */
    public static Sandbox choose(String mode) throws IOException {
        return switch (mode) {
            case "namespace" -> namespace(NamespaceAvailability.probe());
            case "container" -> container(ContainerAvailability.probe());
            case "process" -> new ProcessSandbox();
            case "auto" -> strongest();
            default ->
                throw new IllegalArgumentException("--sandbox is one of " + String.join(", ", MODES) + ", not " + mode);
        };
    }

    /** What every kind of sandbox would be like here, the strongest first. */
    public static List<Availability> doctor() {
        return List.of(
                ContainerAvailability.probe(),
                NamespaceAvailability.probe(),
                new Availability(
                        "process",
                        true,
                        "Plain processes work everywhere.",
                        "Limits on time and output hold, but hostile code can read your files and use your network.",
                        "Grade only your own programs this way, or those of people whom you trust."));
    }

    private static Sandbox strongest() throws IOException {
        Availability namespace = NamespaceAvailability.probe();
        if (namespace.usable()) {
            return namespace(namespace);
        }
        Availability container = ContainerAvailability.probe();
        return container.usable() ? container(container) : new ProcessSandbox();
    }

    private static Sandbox namespace(Availability rung) throws IOException {
        require(rung);
        return new NamespaceSandbox();
    }

    private static Sandbox container(Availability rung) throws IOException {
        require(rung);
        return new ContainerSandbox();
    }

    private static void require(Availability rung) throws IOException {
        if (!rung.usable()) {
            throw new IOException("the " + rung.name() + " sandbox does not work here. " + rung.found()
                    + (rung.advice().isEmpty() ? "" : " " + rung.advice()));
        }
    }
}
