package org.wiregrade.sandbox.loopback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gateway as a process of its own, with no classes but those that it is given in a container. */
class GatewayTest extends LoopbackContract {
    @TempDir
    private Path classes;

    private Process gateway;
    private RemoteLoopback loopback;

    @BeforeEach
    void start() throws Exception {
        for (Class<?> type : RemoteLoopback.classes()) {
            String name = type.getName().replace('.', '/') + ".class";
            Files.createDirectories(classes.resolve(name).getParent());
            try (InputStream bytes = type.getClassLoader().getResourceAsStream(name)) {
                Files.copy(bytes, classes.resolve(name));
            }
        }
        gateway = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classes.toString(),
                        RemoteLoopback.mainClass())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        loopback = new RemoteLoopback(gateway.getInputStream(), gateway.getOutputStream());
    }

    @AfterEach
    void end() {
        gateway.destroyForcibly();
    }

    @Override
    Loopback loopback() {
        return loopback;
    }

    /** The pauses are what is tested: a harness that takes pieces late still knows when each came. */
    @Test
    void piecesThatAreTakenLateHaveTheirOwnTimes() throws Exception {
        try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                Connection ours = loopback.connect(server.getLocalPort());
                Socket theirs = server.accept()) {
            long[] sent = new long[4];
            for (int i = 0; i < sent.length; i++) {
                sent[i] = System.nanoTime();
                theirs.getOutputStream().write(i);
                TimeUnit.MILLISECONDS.sleep(100);
            }
            for (int i = 0; i < sent.length; i++) {
                Piece piece = ours.next();
                assertThat(piece.bytes()).containsExactly(i);
                assertThat(piece.timeNs() - sent[i]).isBetween(-5_000_000L, 90_000_000L);
            }
        }
    }

    @Test
    void itEndsWithTheHarness() throws Exception {
        gateway.getOutputStream().close();

        assertThat(gateway.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(gateway.exitValue()).isZero();
    }

    @Test
    void aLostGatewayIsNoMistakeOfTheProgram() throws Exception {
        try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Connection connection = loopback.connect(server.getLocalPort());
            gateway.destroyForcibly();

            assertThatThrownBy(connection::next)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("gateway");
            assertThatThrownBy(() -> connection.send(new byte[1])).isInstanceOf(IllegalStateException.class);
        }
    }
}
