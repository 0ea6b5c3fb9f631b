package org.wiregrade.sandbox;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.AccessMode;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Ulimit;
import com.github.dockerjava.api.model.Volume;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * Runs each submission in a container of its own, which has no network but its own loopback.
 *
 * <p>The thread that opens a cell joins the container's network, for which the harness is root on the engine's own Linux.
 */
public final class ContainerSandbox implements Sandbox {
    /** The image that {@code harness/container} builds; the environment variable {@code WIREGRADE_IMAGE} names another. */
    static final String IMAGE = System.getenv().getOrDefault("WIREGRADE_IMAGE", "wiregrade-run:1");

    private static final int SCRATCH_FOLDERS = 24;
    private static final long FIRST_PROCESS_NS = 5_000_000_000L;
    private static final long POLL_NS = 2_000_000;
    private static final String HOMES = "/submission";
    private static final int KEEPER = 65534;
    private static final int FIRST_USER = 100_001;
    /** No container outlives this by itself, should the harness be killed; no submission takes as long. */
    private static final int SECONDS = 1800;

    private static final long SHARED_MEMORY = 16L << 20;
    private static final long CPU_PERIOD_US = 100_000;

    private final Limits limits;

    /** Checks nothing: {@link ContainerRung} says beforehand whether it will work. */
    public ContainerSandbox() {
        this(Limits.STANDARD);
    }

    ContainerSandbox(Limits limits) {
        this.limits = limits;
    }

    @Override
    public String name() {
        return "container";
    }

    @Override
    public Cell open() throws IOException {
        var scratch = new Scratch();
        Path homes = Files.createDirectory(
                scratch.folder().resolve("homes"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        var container = new GenericContainer<>(DockerImageName.parse(IMAGE))
                .withNetworkMode("none")
                .withCommand("sleep", String.valueOf(SECONDS))
                .withCreateContainerCmdModifier(command -> confine(command, homes));
        try {
            container.start();
            long first = firstProcess(container);
            LinuxNetwork.enterOf(first);
            return new ContainerCell(container, first, scratch, homes, WireTap.start(scratch.folder()));
        } catch (IOException | ContainerLaunchException e) {
            container.stop();
            scratch.close();
            throw new IOException("no container was started: " + e.getMessage(), e);
        }
    }

    private void confine(CreateContainerCmd command, Path homes) {
        HostConfig host = command.getHostConfig();
        if (host == null) {
            throw new IllegalStateException("Testcontainers gives no host configuration");
        }
        command.withUser(KEEPER + ":" + KEEPER).withHostName("submission");
        host.withReadonlyRootfs(true)
                .withTmpFs(scratchFolders())
                .withShmSize(SHARED_MEMORY)
                .withCapDrop(Capability.ALL)
                .withSecurityOpts(List.of("no-new-privileges"))
                .withMemory(limits.memory())
                .withMemorySwap(limits.memory())
                .withPidsLimit(2L * limits.processes())
                .withCpuPeriod(CPU_PERIOD_US)
                .withCpuQuota(CPU_PERIOD_US)
                .withUlimits(List.of(
                        new Ulimit("nofile", (long) limits.openFiles(), (long) limits.openFiles()),
                        new Ulimit("fsize", limits.fileSize(), limits.fileSize()),
                        new Ulimit("cpu", (long) limits.cpuSeconds(), (long) limits.cpuSeconds()),
                        new Ulimit("core", 0L, 0L)))
                .withOomScoreAdj(1000)
                .withAutoRemove(true)
                .withBinds(new Bind(homes.toString(), new Volume(HOMES), AccessMode.ro));
    }

    /** A folder in memory for each program, so that none finds what another one wrote, and one for all. */
    private Map<String, String> scratchFolders() {
        String options = "rw,noexec,nosuid,nodev,mode=1777,size=" + limits.scratch();
        Map<String, String> folders = new HashMap<>(Map.of("/tmp", options));
        for (int number = 0; number < SCRATCH_FOLDERS; number++) {
            folders.put(scratch(number), options);
        }
        return folders;
    }

    private static String scratch(int number) {
        return "/scratch/" + number % SCRATCH_FOLDERS;
    }

    /** The container's first process as this machine numbers it. */
    private static long firstProcess(GenericContainer<?> container) throws IOException {
        InspectContainerResponse.ContainerState state = container
                .getDockerClient()
                .inspectContainerCmd(container.getContainerId())
                .exec()
                .getState();
        long pid = state.getPidLong() == null ? 0 : state.getPidLong();
        long giveUp = System.nanoTime() + FIRST_PROCESS_NS;
        while (pid == 0 || !isSleeping(pid)) {
            if (pid == 0 || System.nanoTime() > giveUp) {
                throw new IOException("the container engine is not on this machine, so its networks cannot be entered");
            }
            LockSupport.parkNanos(POLL_NS);
        }
        return pid;
    }

    /** For a moment after its start the process is still the engine's own, which becomes the container's command. */
    private static boolean isSleeping(long pid) {
        try {
            return Files.readString(Path.of("/proc", String.valueOf(pid), "cmdline"))
                    .contains("sleep");
        } catch (IOException e) {
            return false;
        }
    }

    private static final class ContainerCell implements Cell {
        private final GenericContainer<?> container;
        private final long firstProcess;
        private final Scratch scratch;
        private final Path homes;
        private final WireTap tap;
        private int programs;
        private int copies;

        ContainerCell(GenericContainer<?> container, long firstProcess, Scratch scratch, Path homes, WireTap tap) {
            this.container = container;
            this.firstProcess = firstProcess;
            this.scratch = scratch;
            this.homes = homes;
            this.tap = tap;
        }

        @Override
        public synchronized Process start(Launch launch) throws IOException {
            int number = ++programs;
            copy(launch.home(), homes.resolve(String.valueOf(number)));
            Launch placed = launch.with("java", "java").with("home", HOMES + "/" + number);
            String user = String.valueOf(FIRST_USER + number);
            return new ContainerProcess(
                    container.getDockerClient(),
                    container.getContainerId(),
                    user + ":" + user,
                    scratch(number),
                    placed.command(),
                    () -> killAllOf(user));
        }

        /** The kernel signals all processes of the program's user in the container at one stroke, so none escapes. */
        private void killAllOf(String user) {
            List<String> command = List.of(
                    "nsenter",
                    "--target=" + firstProcess,
                    "--pid",
                    "setpriv",
                    "--reuid=" + user,
                    "--regid=" + user,
                    "--clear-groups",
                    "sh",
                    "-c",
                    "kill -KILL -1");
            try {
                Endings.await(new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start());
            } catch (IOException e) {
                throw new IllegalStateException("a program in a container cannot be ended: " + e.getMessage(), e);
            }
        }

        @Override
        public void end(Process program) {
            program.destroy();
            if (!Endings.await(program)) {
                throw new IllegalStateException("a program in a container does not end");
            }
        }

        @Override
        public boolean ownsPorts() {
            return true;
        }

        @Override
        public Optional<Path> capture() throws IOException {
            Path copy = scratch.folder().resolve("wire-" + ++copies + ".pcapng");
            tap.copyTo(copy);
            return Optional.of(copy);
        }

        @Override
        public void close() {
            container.stop();
            tap.close();
            scratch.close();
        }
    }

    /** Copies a program's folder to where the container sees it, readable by all; links are left out. */
    private static void copy(Path home, Path target) throws IOException {
        List<Path> made = new ArrayList<>();
        Files.walkFileTree(home, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                made.add(Files.createDirectory(
                        target.resolve(home.relativize(folder).toString())));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (attributes.isRegularFile()) {
                    made.add(Files.copy(
                            file, target.resolve(home.relativize(file).toString())));
                }
                return FileVisitResult.CONTINUE;
            }
        });
        for (Path file : made) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }
}
