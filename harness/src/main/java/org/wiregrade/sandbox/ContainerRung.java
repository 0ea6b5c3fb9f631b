package org.wiregrade.sandbox;

import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.testcontainers.DockerClientFactory;

/** Finds out whether {@link ContainerSandbox} works here. */
final class ContainerRung {
    private static final String NAME = "container";

    private ContainerRung() {}

    /** Asks the engine, where a socket or the environment says that there is one; starts no container. */
    static Rung probe() {
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
            Version version = DockerClientFactory.lazyClient().versionCmd().exec();
            return withEngine("The container engine " + version.getVersion() + " answers");
        } catch (DockerException | IllegalStateException e) {
            return no("The container engine does not answer: " + e.getMessage(), "Start it.");
        }
    }

    private static final List<Path> SOCKETS = List.of(
            Path.of("/var/run/docker.sock"),
            Path.of("/run/podman/podman.sock"),
            Path.of(System.getenv().getOrDefault("XDG_RUNTIME_DIR", "/nonexistent"), "podman", "podman.sock"),
            Path.of(System.getenv().getOrDefault("XDG_RUNTIME_DIR", "/nonexistent"), "docker.sock"));

    private static Rung withEngine(String engine) {
        if (!System.getProperty("os.name").equals("Linux")
                || !Identity.current().isRoot()) {
            return no(
                    engine + ", but its networks can be entered only by root on the engine's own Linux.",
                    "Run wiregrade as root for this sandbox, or use the namespace sandbox, which needs no root.");
        }
        List<String> missing = List.of("nsenter", "setpriv", "prlimit").stream()
                .filter(tool -> Tools.find(tool).isEmpty())
                .toList();
        if (!missing.isEmpty()) {
            return no(
                    engine + ", but there is no " + String.join(", no ", missing) + " on the path.",
                    "Install util-linux.");
        }
        try {
            DockerClientFactory.lazyClient()
                    .inspectImageCmd(ContainerSandbox.IMAGE)
                    .exec();
        } catch (NotFoundException e) {
            return no(
                    engine + ", but has no image " + ContainerSandbox.IMAGE + ".",
                    "Make it: docker build -t " + ContainerSandbox.IMAGE + " harness/container");
        }
        return new Rung(
                NAME,
                true,
                engine + " and has the image " + ContainerSandbox.IMAGE + ".",
                "Hostile code is contained, also in how much memory it takes altogether; a submission takes longer.",
                "");
    }

    private static Rung no(String found, String advice) {
        return new Rung(NAME, false, found, "Submissions cannot be run in containers.", advice);
    }
}
