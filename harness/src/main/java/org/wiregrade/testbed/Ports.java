package org.wiregrade.testbed;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Ports for programs that cannot choose one themselves. */
final class Ports {
    private static final Path TABLES = Path.of("/proc/thread-self/net");
    private static final String LISTEN = "0A";

    private Ports() {}

    /** A port that was free a moment ago. */
    static int free() throws IOException {
        try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }

    /**
     * Waits until somebody listens; false once the time is over or waiting is hopeless.
     *
     * <p>On Linux the kernel's table is read, because a connection would be a client that the server sees.
     */
    static boolean awaitListening(int port, Duration limit, BooleanSupplier hopeful) {
        Deadline deadline = Deadline.in(limit);
        while (!deadline.passed() && hopeful.getAsBoolean()) {
            if (listening(port)) {
                return true;
            }
            LockSupport.parkNanos(2_000_000);
        }
        return false;
    }

    private static boolean listening(int port) {
        try {
            if (!Files.isDirectory(TABLES)) {
                return accepts(port);
            }
            String suffix = String.format(":%04X", port);
            for (String table : new String[] {"tcp", "tcp6"}) {
                for (String row : Files.readAllLines(TABLES.resolve(table))) {
                    String[] columns = row.trim().split("\\s+");
                    if (columns.length > 3 && columns[3].equals(LISTEN) && columns[1].endsWith(suffix)) {
                        return true;
                    }
                }
            }
            return false;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean accepts(int port) {
        try (var probe = new Socket()) {
            probe.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
