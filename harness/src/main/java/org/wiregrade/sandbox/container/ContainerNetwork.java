package org.wiregrade.sandbox.container;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.wiregrade.sandbox.Limits;
import org.wiregrade.sandbox.Scratch;
import org.wiregrade.sandbox.container.Containers.Order;
import org.wiregrade.sandbox.kernel.Endings;
import org.wiregrade.sandbox.kernel.LinuxNetwork;
import org.wiregrade.sandbox.loopback.Loopback;
import org.wiregrade.sandbox.loopback.OwnLoopback;
import org.wiregrade.sandbox.loopback.RemoteLoopback;
import org.wiregrade.sandbox.recording.WireTap;

/** A network with nothing but a loopback interface, which lives as long as the container that holds it. */
final class ContainerNetwork implements AutoCloseable {
    private static final int KEEPER = 65534;
    private static final Limits KEEPER_LIMITS = new Limits(256L << 20, 1024, 0, 4096, 1800, 1 << 20, 256L << 20);
    private static final long FIRST_PROCESS_NS = 5_000_000_000L;
    private static final long POLL_NS = 2_000_000;

    private final ContainerProcess holder;
    private final Optional<WireTap> tap;
    private Loopback loopback;

    private ContainerNetwork(ContainerProcess holder, Optional<WireTap> tap, Loopback loopback) {
        this.holder = holder;
        this.tap = tap;
        this.loopback = loopback;
    }

    /** A network that the calling thread enters for good; what passes is recorded. */
    static ContainerNetwork entered(Containers containers, Scratch scratch) throws IOException {
        ContainerProcess holder =
                hold(containers, emptyFolder(scratch), List.of("sleep", String.valueOf(Containers.SECONDS)));
        try {
            LinuxNetwork.enterOf(firstProcess(containers, holder));
            return new ContainerNetwork(holder, Optional.of(WireTap.start(scratch.folder())), new OwnLoopback());
        } catch (IOException | RuntimeException e) {
            holder.destroy();
            throw e;
        }
    }

    /** A network with a gateway in it, which starts while the first program does. */
    static ContainerNetwork withGateway(Containers containers, Scratch scratch) throws IOException {
        Path classes = emptyFolder(scratch);
        for (Class<?> type : RemoteLoopback.classes()) {
            copy(type, classes);
        }
        List<String> command = List.of(
                "java",
                "-XX:-UsePerfData",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx128m",
                "-cp",
                Containers.HOME,
                RemoteLoopback.mainClass());
        return new ContainerNetwork(hold(containers, classes, command), Optional.empty(), null);
    }

    private static ContainerProcess hold(Containers containers, Path home, List<String> command) throws IOException {
        return containers.start(new Order("none", KEEPER, home, command, Map.of(), false, KEEPER_LIMITS));
    }

    private static Path emptyFolder(Scratch scratch) throws IOException {
        return ReadableFiles.folder(scratch.folder().resolve("holder"));
    }

    private static void copy(Class<?> type, Path classes) throws IOException {
        String name = type.getName().replace('.', '/') + ".class";
        try (InputStream bytes = type.getClassLoader().getResourceAsStream(name)) {
            if (bytes == null) {
                throw new IOException("the harness has no " + name);
            }
            ReadableFiles.write(classes, name, bytes);
        }
    }

    /** For a moment after its start the process is still the engine's own, which becomes the container's command. */
    private static long firstProcess(Containers containers, ContainerProcess holder) throws IOException {
        long pid = containers.firstProcess(holder);
        long giveUp = System.nanoTime() + FIRST_PROCESS_NS;
        while (pid == 0 || !isSleeping(pid)) {
            if (pid == 0 || System.nanoTime() > giveUp) {
                throw new IOException("the container engine is not on this machine, so its networks cannot be entered");
            }
            LockSupport.parkNanos(POLL_NS);
        }
        return pid;
    }

    private static boolean isSleeping(long pid) {
        try {
            return Files.readString(Path.of("/proc", String.valueOf(pid), "cmdline"))
                    .contains("sleep");
        } catch (IOException e) {
            return false;
        }
    }

    /** How other containers name it. */
    String name() {
        return "container:" + holder.container();
    }

    /** Waits until a gateway answers, where there is one. */
    synchronized Loopback loopback() throws IOException {
        if (loopback == null) {
            loopback = new RemoteLoopback(holder.getInputStream(), holder.getOutputStream());
        }
        return loopback;
    }

    Optional<WireTap> tap() {
        return tap;
    }

    @Override
    public void close() {
        holder.destroy();
        tap.ifPresent(WireTap::close);
        if (!Endings.await(holder)) {
            throw new IllegalStateException("a container does not end");
        }
    }
}
