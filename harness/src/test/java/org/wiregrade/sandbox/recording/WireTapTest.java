package org.wiregrade.sandbox.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wiregrade.capture.Capture;
import org.wiregrade.capture.Captures;
import org.wiregrade.sandbox.Availability;
import org.wiregrade.sandbox.OwnThread;
import org.wiregrade.sandbox.kernel.LinuxNetwork;
import org.wiregrade.sandbox.namespace.NamespaceAvailability;
import org.wiregrade.wire.TcpStream;

/** What is recorded of a loopback interface, in a network of the test's own. */
final class WireTapTest {
    private static final int BULK = 40 << 20;
    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    @TempDir
    private Path folder;

    @BeforeAll
    static void needsNamespaces() {
        Availability rung = NamespaceAvailability.probe();
        assumeTrue(rung.usable(), rung.found() + " " + rung.advice());
    }

    @Test
    void everyByteOfALargeTransferIsRecordedInOrder() throws Exception {
        var copy = new AtomicReference<Path>();
        byte[] sent = OwnThread.call(() -> {
            LinuxNetwork.enterNew();
            try (var tap = WireTap.start(folder)) {
                byte[] all = transfer(8 << 20);
                copy.set(tap.copy());
                return all;
            }
        });

        Capture capture = Captures.read(copy.get());
        assertThat(capture.problems()).isEmpty();
        assertThat(capture.dropped()).isZero();
        TcpStream stream = capture.trace().streams().get(0);
        assertThat(stream.handshake()).isTrue();
        assertThat(stream.toServer().holes()).isEmpty();
        assertThat(stream.toServer().payload()).isEqualTo(sent);
    }

    @Test
    void aCopyEndsWhereItWasAskedFor() throws Exception {
        List<Integer> packets = OwnThread.call(() -> {
            LinuxNetwork.enterNew();
            try (var tap = WireTap.start(folder)) {
                List<Integer> counts = new ArrayList<>();
                for (int round = 0; round < 3; round++) {
                    transfer(1);
                    counts.add(Captures.read(tap.copy()).trace().streams().size());
                }
                return counts;
            }
        });

        assertThat(packets).containsExactly(1, 2, 3);
    }

    @Test
    void whatFindsNoRoomIsCountedAndSaidInTheFile() throws Exception {
        Path file = folder.resolve("full.pcapng");
        long dropped = OwnThread.call(() -> {
            LinuxNetwork.enterNew();
            try (var ring = PacketRing.open();
                    FileChannel channel =
                            FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                transfer(BULK);
                var pcapng = new Pcapng(channel, 1);
                while (ring.await(1)) {
                    ring.read(pcapng::packet);
                }
                long drops = ring.drops();
                pcapng.dropped(0, drops);
                pcapng.flush();
                return drops;
            }
        });

        Capture capture = Captures.read(file);
        assertThat(dropped).isPositive();
        assertThat(capture.dropped()).isEqualTo(dropped);
        assertThat(capture.packets()).isPositive();
    }

    /** Sends bytes from one socket to another, and returns them once all have come. */
    private static byte[] transfer(int count) throws IOException, InterruptedException {
        byte[] sent = new byte[count];
        for (int i = 0; i < count; i++) {
            sent[i] = (byte) ((i * 31) >> 3);
        }
        InetAddress loopback = InetAddress.getByAddress(LOOPBACK);
        try (var server = new ServerSocket()) {
            server.bind(new InetSocketAddress(loopback, 0));
            try (var client = new Socket(loopback, server.getLocalPort());
                    Socket accepted = server.accept()) {
                Thread sender = new Thread(() -> {
                    try {
                        client.getOutputStream().write(sent);
                        client.shutdownOutput();
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                });
                sender.start();
                assertThat(accepted.getInputStream().readAllBytes()).hasSize(count);
                sender.join();
            }
        }
        return sent;
    }
}
