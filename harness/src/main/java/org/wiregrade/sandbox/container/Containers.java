package org.wiregrade.sandbox.container;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.AccessMode;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.LogConfig;
import com.github.dockerjava.api.model.SELContext;
import com.github.dockerjava.api.model.Ulimit;
import com.github.dockerjava.api.model.Volume;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.testcontainers.DockerClientFactory;
import org.wiregrade.sandbox.Limits;

/** Starts containers that hold what is in them. */
final class Containers {
    /** The image that {@code harness/container} builds; the environment variable {@code WIREGRADE_IMAGE} names another. */
    static final String IMAGE = System.getenv().getOrDefault("WIREGRADE_IMAGE", "wiregrade-run:1");
    /** Where a container sees the folder that it is given. */
    static final String HOME = "/submission";
    /** No submission takes as long; what is older was left by a harness that was killed. */
    static final long SECONDS = 1800;

    private static final String LABEL = "org.wiregrade.run";
    private static final HarnessProcess HARNESS = HarnessProcess.current();

    /** Where a program starts, and may write; an engine gives it the rights that the image's folder has. */
    private static final String SCRATCH = "/tmp";

    /**
     * Counted over all containers with one user id, so no limit for a program, which {@code pids} has; but where nothing is
     * asked for, Podman asks for more than some machines give.
     */
    private static final long PROCESSES_OF_A_USER = 4096;

    private static final long SHARED_MEMORY = 16L << 20;
    private static final long CPU_PERIOD_US = 100_000;

    private final DockerClient client = DockerClientFactory.lazyClient();

    /**
     * What is to run in a container.
     *
     * @param network {@code none}, or {@code container:ID} for that of another container
     * @param user its user and group id
     * @param home what it may read
     * @param environment variables besides those that all have
     * @param errors whether its error output is joined to its output; otherwise it is lost
     */
    record Order(
            String network,
            int user,
            Path home,
            List<String> command,
            Map<String, String> environment,
            boolean errors,
            Limits limits) {}

    ContainerProcess start(Order order) throws IOException {
        Map<String, String> labels = new HashMap<>(DockerClientFactory.DEFAULT_LABELS);
        labels.put(LABEL, HARNESS.label());
        labels.put(DockerClientFactory.TESTCONTAINERS_SESSION_ID_LABEL, DockerClientFactory.SESSION_ID);
        List<String> environment = new ArrayList<>(List.of("HOME=" + SCRATCH, "LC_ALL=C.UTF-8"));
        order.environment().forEach((name, value) -> environment.add(name + "=" + value));
        try (var create = client.createContainerCmd(IMAGE)) {
            if (order.network().equals("none")) {
                create.withHostName("submission");
            }
            String container = create.withLabels(labels)
                    .withUser(order.user() + ":" + order.user())
                    .withCmd(order.command())
                    .withWorkingDir(SCRATCH)
                    .withEnv(environment)
                    .withStdinOpen(true)
                    .withStdInOnce(true)
                    .withAttachStdin(true)
                    .withAttachStdout(true)
                    .withAttachStderr(order.errors())
                    .withHostConfig(confinement(order))
                    .exec()
                    .getId();
            return started(container, order.errors());
        } catch (DockerException e) {
            throw new IOException("the container engine does not start a program: " + e.getMessage(), e);
        }
    }

    /** One that does not start is never removed by the engine itself. */
    private ContainerProcess started(String container, boolean errors) throws IOException {
        try {
            return new ContainerProcess(client, container, errors);
        } catch (IOException | RuntimeException e) {
            remove(container);
            throw e;
        }
    }

    private static HostConfig confinement(Order order) {
        Limits limits = order.limits();
        return HostConfig.newHostConfig()
                .withNetworkMode(order.network())
                .withAutoRemove(true)
                .withLogConfig(new LogConfig(LogConfig.LoggingType.NONE))
                .withBinds(new Bind(order.home().toString(), new Volume(HOME), AccessMode.ro, SELContext.shared))
                .withReadonlyRootfs(true)
                .withTmpFs(Map.of(
                        SCRATCH,
                        "rw,noexec,nosuid,nodev,mode=1777,size=" + limits.scratch(),
                        // Podman would make these writable, and as large as the machine's memory.
                        "/run",
                        "ro,size=4k",
                        "/var/tmp",
                        "ro,size=4k"))
                .withShmSize(SHARED_MEMORY)
                .withCapDrop(Capability.ALL)
                .withSecurityOpts(List.of("no-new-privileges"))
                .withMemory(limits.memory())
                .withMemorySwap(limits.memory())
                .withPidsLimit((long) limits.processes())
                .withCpuPeriod(CPU_PERIOD_US)
                .withCpuQuota(CPU_PERIOD_US)
                .withUlimits(List.of(
                        ulimit("nofile", limits.openFiles()),
                        ulimit("nproc", PROCESSES_OF_A_USER),
                        ulimit("fsize", limits.fileSize()),
                        ulimit("cpu", limits.cpuSeconds()),
                        ulimit("core", 0)))
                .withOomScoreAdj(1000);
    }

    private static Ulimit ulimit(String name, long value) {
        return new Ulimit(name, value, value);
    }

    /**
     * The containers that no running harness can have started: those of one that has ended here, and what is too old.
     *
     * @param now in seconds since 1970
     */
    List<String> leftBehind(long now) {
        return ids(container -> container.getCreated() < now - SECONDS || HarnessProcess.isGone(label(container)));
    }

    /** The containers of one harness, by its {@link HarnessProcess#label}. */
    List<String> startedBy(String harness) {
        return ids(container -> label(container).equals(harness));
    }

    private List<String> ids(Predicate<Container> wanted) {
        return client.listContainersCmd().withShowAll(true).withLabelFilter(List.of(LABEL)).exec().stream()
                .filter(wanted)
                .map(Container::getId)
                .toList();
    }

    private static String label(Container container) {
        return container.getLabels().getOrDefault(LABEL, "");
    }

    /** Ends a container, whatever state it is in. */
    void remove(String container) {
        try {
            client.removeContainerCmd(container).withForce(true).exec();
        } catch (NotFoundException | ConflictException e) {
            // Somebody else has removed it, or is about to.
        }
    }

    /** A container's first process as the engine's machine numbers it; 0 where the engine does not say. */
    long firstProcess(ContainerProcess process) {
        Long pid = client.inspectContainerCmd(process.container())
                .exec()
                .getState()
                .getPidLong();
        return pid == null ? 0 : pid;
    }
}
