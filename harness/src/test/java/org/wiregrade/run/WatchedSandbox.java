package org.wiregrade.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.wiregrade.jvm.Launch;
import org.wiregrade.sandbox.Cell;
import org.wiregrade.sandbox.Sandbox;
import org.wiregrade.sandbox.loopback.Loopback;
import org.wiregrade.testbed.Deadline;

/** A sandbox that looks, when a cell has been closed, whether anything is left in the cell's network. */
final class WatchedSandbox implements Sandbox {
    /** An engine may answer that a container is removed while the kernel still ends what was in it. */
    private static final Duration ENDING = Duration.ofSeconds(5);

    private static final long POLL_NS = 20_000_000;

    private final Sandbox sandbox;
    private final AtomicInteger closed = new AtomicInteger();
    private final List<String> leftBehind = new CopyOnWriteArrayList<>();

    WatchedSandbox(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    int closed() {
        return closed.get();
    }

    /** The command lines of what stayed after a cell had been closed. */
    List<String> leftBehind() {
        return List.copyOf(leftBehind);
    }

    @Override
    public String name() {
        return sandbox.name();
    }

    @Override
    public Cell open() throws IOException {
        return new WatchedCell(sandbox.open());
    }

    @Override
    public void close() {
        sandbox.close();
    }

    private final class WatchedCell implements Cell {
        private final Cell cell;

        WatchedCell(Cell cell) {
            this.cell = cell;
        }

        @Override
        public Process start(Launch launch) throws IOException {
            return cell.start(launch);
        }

        @Override
        public void end(Process program) {
            cell.end(program);
        }

        @Override
        public Optional<String> ended(Process program) {
            return cell.ended(program);
        }

        @Override
        public Optional<Path> capture() throws IOException {
            return cell.capture();
        }

        @Override
        public Loopback loopback() throws IOException {
            return cell.loopback();
        }

        @Override
        public boolean ownsPorts() {
            return cell.ownsPorts();
        }

        /** The thread is in the network still, so the kernel cannot have given its number to another one. */
        @Override
        public void close() {
            cell.close();
            closed.incrementAndGet();
            if (network(Path.of("/proc/thread-self")).equals(network(Path.of("/proc/self")))) {
                // This thread has entered no network.
                return;
            }
            Path network = network(Path.of("/proc/thread-self"));
            var deadline = Deadline.in(ENDING);
            List<String> left = commandsIn(network);
            while (!left.isEmpty() && deadline.remainingNanos() > 0) {
                LockSupport.parkNanos(POLL_NS);
                left = commandsIn(network);
            }
            leftBehind.addAll(left);
        }
    }

    /** Without compilers, which are the harness's own and live on in the network of the thread that first wanted one. */
    private static List<String> commandsIn(Path network) {
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            return processes
                    .filter(process -> process.getFileName().toString().matches("\\d+"))
                    .filter(process -> network.equals(network(process)))
                    .map(WatchedSandbox::commandLine)
                    .filter(command -> !command.isEmpty() && !command.contains("CompilerWorker"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path network(Path process) {
        try {
            return Files.readSymbolicLink(process.resolve("ns/net"));
        } catch (IOException e) {
            return Path.of("gone");
        }
    }

    private static String commandLine(Path process) {
        try {
            return Files.readString(process.resolve("cmdline")).replace('\0', ' ');
        } catch (IOException e) {
            return "";
        }
    }
}
