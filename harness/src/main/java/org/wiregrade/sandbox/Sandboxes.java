package org.wiregrade.sandbox;

import java.io.IOException;
import java.util.List;

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
            case "namespace" -> namespace(NamespaceRung.probe());
            case "container" -> container(ContainerRung.probe());
            case "process" -> new ProcessSandbox();
            case "auto" -> strongest();
            default ->
                throw new IllegalArgumentException("--sandbox is one of " + String.join(", ", MODES) + ", not " + mode);
        };
    }

    /** What every kind of sandbox would be like here, the strongest first. */
    public static List<Rung> doctor() {
        return List.of(
                ContainerRung.probe(),
                NamespaceRung.probe(),
                new Rung(
                        "process",
                        true,
                        "Plain processes work everywhere.",
                        "Limits on time and output hold, but hostile code can read your files and use your network.",
                        "Grade only your own programs this way, or those of people whom you trust."));
    }

    private static Sandbox strongest() throws IOException {
        Rung namespace = NamespaceRung.probe();
        if (namespace.usable()) {
            return namespace(namespace);
        }
        Rung container = ContainerRung.probe();
        return container.usable() ? container(container) : new ProcessSandbox();
    }

    private static Sandbox namespace(Rung rung) throws IOException {
        require(rung);
        return new NamespaceSandbox();
    }

    private static Sandbox container(Rung rung) throws IOException {
        require(rung);
        return new ContainerSandbox();
    }

    private static void require(Rung rung) throws IOException {
        if (!rung.usable()) {
            throw new IOException("the " + rung.name() + " sandbox does not work here. " + rung.found()
                    + (rung.advice().isEmpty() ? "" : " " + rung.advice()));
        }
    }
}
