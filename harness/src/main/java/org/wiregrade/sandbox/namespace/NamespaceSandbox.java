package org.wiregrade.sandbox.namespace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wiregrade.jvm.Launch;
import org.wiregrade.sandbox.Cell;
import org.wiregrade.sandbox.Limits;
import org.wiregrade.sandbox.Sandbox;
import org.wiregrade.sandbox.Scratch;
import org.wiregrade.sandbox.kernel.Endings;
import org.wiregrade.sandbox.kernel.Identity;
import org.wiregrade.sandbox.kernel.LinuxNetwork;
import org.wiregrade.sandbox.loopback.Loopback;
import org.wiregrade.sandbox.loopback.OwnLoopback;
import org.wiregrade.sandbox.recording.WireTap;

/**
 * Runs each submission in a network of its own, and each of its programs in bubblewrap; Linux only, without root and
 * without a container engine.
 *
 * <p>The thread that opens a cell leaves the machine's network for good: it is a platform thread kept for grading. A
 * program lives no longer than the thread that started it.
 */
public final class NamespaceSandbox implements Sandbox {
    private final Scratch shared = new Scratch();
    private final Bubblewrap box;
    private final Limits limits;
    private final MemoryWatch memory;
    private final boolean root;

    /** Checks nothing: {@link NamespaceAvailability} says beforehand whether it will work. */
    public NamespaceSandbox() throws IOException {
        this(Limits.STANDARD);
    }

    NamespaceSandbox(Limits limits) throws IOException {
        this.limits = limits;
        Identity identity = Identity.current();
        root = identity.isRoot();
        box = new Bubblewrap(identity, limits, shared.folder(), NamespaceAvailability.bwrapKnows("--disable-userns"));
        memory = new MemoryWatch(limits.together());
    }

    @Override
    public String name() {
        return "namespace";
    }

    @Override
    public Cell open() throws IOException {
        LinuxNetwork.enterNew();
        var scratch = new Scratch();
        try {
            return new BoxedCell(scratch, WireTap.start(scratch.folder()));
        } catch (IOException e) {
            scratch.close();
            throw e;
        }
    }

    @Override
    public void close() {
        memory.close();
        shared.close();
    }

    private final class BoxedCell implements Cell {
        private final Scratch scratch;
        private final WireTap tap;
        private final Map<Process, MemoryWatch.Watched> started = new LinkedHashMap<>();

        BoxedCell(Scratch scratch, WireTap tap) {
            this.scratch = scratch;
            this.tap = tap;
        }

        @Override
        public Process start(Launch launch) throws IOException {
            if (!Files.isDirectory(launch.home())) {
                throw new IOException("there is no folder " + launch.home());
            }
            if (root) {
                letOthersRead(launch.home());
                if (launch.shared().isPresent()) {
                    letOthersRead(launch.shared().get().folder());
                }
            }
            var builder = new ProcessBuilder(box.command(launch))
                    .directory(scratch.folder().toFile())
                    .redirectErrorStream(true);
            Map<String, String> environment = builder.environment();
            String path = environment.get("PATH");
            environment.clear();
            environment.put("PATH", path);
            Process process = builder.start();
            synchronized (started) {
                started.put(process, memory.watch(process));
            }
            return process;
        }

        @Override
        public void end(Process program) {
            Endings.endFirstOf(program);
        }

        @Override
        public Optional<String> ended(Process program) {
            synchronized (started) {
                return started.get(program).ending();
            }
        }

        @Override
        public Loopback loopback() {
            return new OwnLoopback();
        }

        @Override
        public Optional<Limits> limits() {
            return Optional.of(limits);
        }

        @Override
        public boolean ownsPorts() {
            return true;
        }

        @Override
        public Optional<Path> capture() throws IOException {
            return Optional.of(tap.copy());
        }

        @Override
        public void close() {
            List<Process> programs;
            synchronized (started) {
                programs = List.copyOf(started.keySet());
            }
            programs.forEach(this::end);
            tap.close();
            scratch.close();
        }
    }

    /** The student's program has another user id than root, and must read what root has written with a narrow umask. */
    private static void letOthersRead(Path home) throws IOException {
        try (var files = Files.walk(home)) {
            for (Path file : files.filter(file -> !Files.isSymbolicLink(file)).toList()) {
                boolean folder = Files.isDirectory(file);
                Set<java.nio.file.attribute.PosixFilePermission> wanted =
                        PosixFilePermissions.fromString(folder ? "rwxr-xr-x" : "rw-r--r--");
                var has = Files.getPosixFilePermissions(file);
                if (!has.containsAll(wanted)) {
                    has.addAll(wanted);
                    Files.setPosixFilePermissions(file, has);
                }
            }
        }
    }
}
