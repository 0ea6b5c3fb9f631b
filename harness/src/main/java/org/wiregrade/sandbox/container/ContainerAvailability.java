package org.wiregrade.sandbox.container;

import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Version;
import com.github.dockerjava.api.model.VersionComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.testcontainers.DockerClientFactory;
import org.wiregrade.sandbox.Availability;

/** Finds out whether {@link ContainerSandbox} works here. */
public final class ContainerAvailability {
    private static final String NAME = "container";

    private ContainerAvailability() {}

    /** Asks the engine, where a socket or the environment says that there is one; starts no container. */
    public static Availability probe() {
        if (System.getenv("DOCKER_HOST") == null && SOCKETS.stream().noneMatch(Files::exists)) {
            return no(
                    "There is no container engine: neither a socket of Docker or Podman, nor DOCKER_HOST.",
                    "Install Docker or Podman, or use the namespace sandbox, which needs none.");
        }
        try {
            if (!DockerClientFactory.instance().isDockerAvailable()) {
                return no(
                        "There is a container engine, but it does not answer this user.",
                        "Start it, or become a member of its group.");
            }
            if (!EngineConnection.isPossible()) {
                return no(
                        "There is a container engine, but it has no socket on this machine.",
                        "Use the engine of this machine: DOCKER_HOST=unix:///…");
            }
            Version version = DockerClientFactory.lazyClient().versionCmd().exec();
            return withEngine(name(version) + " answers");
        } catch (DockerException | IllegalStateException e) {
            return no("The container engine does not answer: " + e.getMessage(), "Start it.");
        }
    }

    /** Its name, as far as it says one, and its version. */
    private static String name(Version version) {
        return Stream.ofNullable(version.getComponents())
                        .flatMap(List::stream)
                        .map(VersionComponent::getName)
                        .filter(name -> String.valueOf(name).startsWith("Podman"))
                        .map(name -> "Podman")
                        .findFirst()
                        .orElse("The container engine")
                + " " + version.getVersion();
    }

    private static final List<Path> SOCKETS = List.of(
            Path.of("/var/run/docker.sock"),
            Path.of("/run/podman/podman.sock"),
            Path.of(System.getenv().getOrDefault("XDG_RUNTIME_DIR", "/nonexistent"), "podman", "podman.sock"),
            Path.of(System.getenv().getOrDefault("XDG_RUNTIME_DIR", "/nonexistent"), "docker.sock"));

    private static Availability withEngine(String engine) {
        try {
            DockerClientFactory.lazyClient().inspectImageCmd(Containers.IMAGE).exec();
        } catch (NotFoundException e) {
            return no(
                    engine + ", but has no image " + Containers.IMAGE + ".",
                    "Make it: docker build -t " + Containers.IMAGE + " harness/container");
        }
        Reach reach = Reach.here();
        return new Availability(
                NAME,
                true,
                engine + " and has the image " + Containers.IMAGE + ". " + way(reach),
                "Hostile code is contained, also in how much memory it takes altogether; a submission takes longer"
                        + (reach == Reach.THREAD ? "." : ", and its run is not recorded."),
                "");
    }

    private static String way(Reach reach) {
        return switch (reach) {
            case THREAD -> "As root on its machine, the harness enters a container's network.";
            case GATEWAY ->
                "The harness cannot enter a container's network from here, and reaches programs through a container beside them.";
        };
    }

    private static Availability no(String found, String advice) {
        return new Availability(NAME, false, found, "Submissions cannot be run in containers.", advice);
    }
}
