package org.wiregrade.sandbox.loopback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gateway's connections, asked piece by piece. */
class GatewayTest extends AskedContract {
    private static final long CLOCKS_APART_NS = 5_000_000;

    @TempDir
    private Path classes;

    private GatewayProcess gateway;

    @BeforeEach
    void start() throws Exception {
        gateway = GatewayProcess.start(classes);
    }

    @AfterEach
    void end() {
        gateway.close();
    }

    @Override
    Loopback loopback() {
        return gateway.loopback();
    }

    @Test
    void piecesThatAreTakenLateHaveTheirOwnTimes() throws Exception {
        try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                RemoteConnection ours = (RemoteConnection) loopback().connect(server.getLocalPort());
                Socket theirs = server.accept()) {
            long[] sent = new long[4];
            long[] came = new long[sent.length];
            for (int i = 0; i < sent.length; i++) {
                sent[i] = System.nanoTime();
                theirs.getOutputStream().write(i);
                awaitUntaken(ours, i + 1);
                came[i] = System.nanoTime();
                // Only time tells when a piece came from when it is taken, or from when the next one came.
                TimeUnit.NANOSECONDS.sleep(4 * CLOCKS_APART_NS);
            }
            for (int i = 0; i < sent.length; i++) {
                Read piece = ours.next();
                assertThat(piece.bytes()).containsExactly(i);
                assertThat(piece.timeNs()).isBetween(sent[i] - CLOCKS_APART_NS, came[i] + CLOCKS_APART_NS);
            }
        }
    }

    private static void awaitUntaken(RemoteConnection connection, int count) {
        long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (connection.untaken() < count) {
            assertThat(System.nanoTime()).isLessThan(giveUp);
            Thread.onSpinWait();
        }
    }

    @Test
    void itEndsWithTheHarness() throws Exception {
        gateway.process().getOutputStream().close();

        assertThat(gateway.process().waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(gateway.process().exitValue()).isZero();
    }

    @Test
    void aLostGatewayIsNoMistakeOfTheProgram() throws Exception {
        try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Connection connection = loopback().connect(server.getLocalPort());
            gateway.close();

            assertThatThrownBy(connection::next)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("gateway");
            assertThatThrownBy(() -> connection.send(new byte[1])).isInstanceOf(IllegalStateException.class);
        }
    }
}
