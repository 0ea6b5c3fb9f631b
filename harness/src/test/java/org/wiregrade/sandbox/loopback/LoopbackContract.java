package org.wiregrade.sandbox.loopback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What a program sees of the harness and the harness of a program, whoever has the sockets. */
abstract class LoopbackContract {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final long CLOCKS_APART_NS = 5_000_000;
    private static final byte[] HELLO = "hello".getBytes(StandardCharsets.US_ASCII);

    abstract Loopback loopback();

    /** Both ends of one connection: the harness's, and the program's. */
    private record Ends(Connection ours, Socket theirs) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            ours.close();
            theirs.close();
        }
    }

    private Ends connected() throws IOException {
        try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Connection ours = loopback().connect(server.getLocalPort());
            Socket theirs = server.accept();
            theirs.setSoTimeout((int) LIMIT.toMillis());
            return new Ends(ours, theirs);
        }
    }

    private static byte[] allOf(Connection connection) throws IOException {
        var all = new ByteArrayOutputStream();
        for (Piece piece = connection.next(); !piece.isEnd(); piece = connection.next()) {
            all.writeBytes(piece.bytes());
        }
        return all.toByteArray();
    }

    @Test
    void theProgramSeesThePortThatTheHarnessNames() throws Exception {
        try (Ends ends = connected()) {
            assertThat(ends.theirs().getPort()).isEqualTo(ends.ours().localPort());
            assertThat(ends.theirs().getInetAddress().getHostAddress()).isEqualTo("127.0.0.1");
        }
    }

    @Test
    void nobodyThereIsAConnectException() throws Exception {
        int port = loopback().freePort();

        assertThatThrownBy(() -> loopback().connect(port))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("Connection refused");
    }

    @Test
    void aListenerIsSeenAndCountsAsNoClient() throws Exception {
        try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            assertThat(loopback().hasListener(server.getLocalPort())).isTrue();
            server.setSoTimeout(1);
            assertThatThrownBy(server::accept).isInstanceOf(java.net.SocketTimeoutException.class);
        }
        assertThat(loopback().hasListener(loopback().freePort())).isFalse();
    }

    @Test
    void aHalfClosedConnectionStillHears() throws Exception {
        try (Ends ends = connected()) {
            ends.ours().send(HELLO);
            ends.ours().finish();
            byte[] came = ends.theirs().getInputStream().readAllBytes();
            ends.theirs().getOutputStream().write(came);
            ends.theirs().shutdownOutput();

            assertThat(allOf(ends.ours())).isEqualTo(HELLO);
        }
    }

    @Test
    void finishingWhatTheProgramHasResetIsNoError() throws Exception {
        try (Ends ends = connected()) {
            ends.theirs().setOption(StandardSocketOptions.SO_LINGER, 0);
            ends.theirs().close();

            assertThatThrownBy(() -> ends.ours().next())
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("reset");
            ends.ours().finish();
            assertThatThrownBy(() -> ends.ours().send(HELLO)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void leavingWithAResetIsSeenAsOne() throws Exception {
        try (Ends ends = connected()) {
            ends.ours().reset();

            assertThatThrownBy(() -> ends.theirs().getInputStream().read())
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("reset");
        }
    }

    @Test
    void closingEndsTheProgramsInputAndOurWaiting() throws Exception {
        try (Ends ends = connected()) {
            var waiting = CompletableFuture.supplyAsync(() -> {
                try {
                    return ends.ours().next().isEnd() ? "ended" : "came";
                } catch (IOException e) {
                    return "closed";
                }
            });
            ends.ours().close();

            assertThat(ends.theirs().getInputStream().read()).isEqualTo(-1);
            assertThat(waiting.get(10, TimeUnit.SECONDS)).isEqualTo("closed");
        }
    }

    @Test
    void eachPieceHasTheTimeOfItsArrival() throws Exception {
        try (Ends ends = connected()) {
            for (int round = 0; round < 20; round++) {
                long before = System.nanoTime();
                ends.theirs().getOutputStream().write(HELLO);
                Piece piece = ends.ours().next();

                assertThat(piece.bytes()).isEqualTo(HELLO);
                assertThat(piece.timeNs()).isBetween(before - CLOCKS_APART_NS, System.nanoTime());
            }
        }
    }

    @Test
    void aProgramThatReadsNothingHoldsTheSenderUp() throws Exception {
        byte[] much = new byte[32 << 20];
        try (Ends ends = connected()) {
            var sending = CompletableFuture.runAsync(() -> {
                try {
                    ends.ours().send(much);
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            assertThatThrownBy(() -> sending.get(200, TimeUnit.MILLISECONDS))
                    .isInstanceOf(java.util.concurrent.TimeoutException.class);
            assertThat(loopback().freePort()).isPositive();

            assertThat(ends.theirs().getInputStream().readNBytes(much.length)).hasSameSizeAs(much);
            sending.get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void aHarnessThatTakesNothingHoldsTheProgramUp() throws Exception {
        byte[] much = new byte[32 << 20];
        try (Ends ends = connected()) {
            var sending = CompletableFuture.runAsync(() -> {
                try {
                    ends.theirs().getOutputStream().write(much);
                    ends.theirs().shutdownOutput();
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            assertThatThrownBy(() -> sending.get(200, TimeUnit.MILLISECONDS))
                    .isInstanceOf(java.util.concurrent.TimeoutException.class);

            assertThat(allOf(ends.ours())).hasSameSizeAs(much);
            sending.get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void aProgramConnectsToTheHarness() throws Exception {
        try (Listener listener = loopback().listen()) {
            assertThat(listener.accept(Duration.ofMillis(1))).isEmpty();
            try (var theirs = new Socket(InetAddress.getLoopbackAddress(), listener.port());
                    Connection ours = listener.accept(LIMIT).orElseThrow()) {
                ours.send(HELLO);
                ours.finish();
                InputStream in = theirs.getInputStream();

                assertThat(ours.localPort()).isEqualTo(listener.port());
                assertThat(in.readAllBytes()).isEqualTo(HELLO);
            }
        }
    }

    @Test
    void anEarIsToldOfEachPieceAndOfTheEnd() throws Exception {
        try (Ends ends = connected()) {
            var heard = new Heard();
            ends.ours().tell(heard);
            for (int round = 0; round < 20; round++) {
                long before = System.nanoTime();
                ends.theirs().getOutputStream().write(HELLO);
                Piece piece = heard.next();

                assertThat(piece.bytes()).isEqualTo(HELLO);
                assertThat(piece.timeNs()).isBetween(before - CLOCKS_APART_NS, System.nanoTime());
            }
            ends.ours().send(HELLO);
            ends.theirs().shutdownOutput();

            assertThat(heard.next().isEnd()).isTrue();
            assertThat(ends.theirs().getInputStream().readNBytes(HELLO.length)).isEqualTo(HELLO);
        }
    }

    @Test
    void anEarIsToldOfAReset() throws Exception {
        try (Ends ends = connected()) {
            var heard = new Heard();
            ends.ours().tell(heard);
            ends.theirs().setOption(StandardSocketOptions.SO_LINGER, 0);
            ends.theirs().close();

            assertThatThrownBy(heard::next).hasMessageContaining("lost").hasMessageContaining("reset");
            assertThatThrownBy(() -> ends.ours().send(HELLO)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void closingIsToldAndEndsTheProgramsInput() throws Exception {
        try (Ends ends = connected()) {
            var heard = new Heard();
            ends.ours().tell(heard);
            ends.ours().close();

            assertThat(ends.theirs().getInputStream().read()).isEqualTo(-1);
            assertThatThrownBy(heard::next).hasMessageContaining("lost");
        }
    }

    @Test
    void leavingWithAResetWhileAnEarIsToldIsSeenAsOne() throws Exception {
        try (Ends ends = connected()) {
            ends.ours().tell(new Heard());
            ends.ours().reset();

            assertThatThrownBy(() -> ends.theirs().getInputStream().read())
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("reset");
        }
    }

    @Test
    void aProgramThatReadsNothingHoldsTheSenderUpWhileAnEarIsTold() throws Exception {
        byte[] much = new byte[32 << 20];
        try (Ends ends = connected()) {
            var heard = new Heard();
            ends.ours().tell(heard);
            var sending = CompletableFuture.runAsync(() -> send(ends.ours(), much));
            assertThatThrownBy(() -> sending.get(200, TimeUnit.MILLISECONDS))
                    .isInstanceOf(java.util.concurrent.TimeoutException.class);
            ends.theirs().getOutputStream().write(HELLO);
            assertThat(heard.next().bytes()).isEqualTo(HELLO);

            assertThat(ends.theirs().getInputStream().readNBytes(much.length)).hasSameSizeAs(much);
            sending.get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void closingEndsASendingThatIsHeldUp() throws Exception {
        try (Ends ends = connected()) {
            ends.ours().tell(new Heard());
            var sending = CompletableFuture.runAsync(() -> send(ends.ours(), new byte[32 << 20]));
            assertThatThrownBy(() -> sending.get(200, TimeUnit.MILLISECONDS))
                    .isInstanceOf(java.util.concurrent.TimeoutException.class);
            ends.ours().close();

            assertThatThrownBy(() -> sending.get(10, TimeUnit.SECONDS)).hasRootCauseInstanceOf(IOException.class);
        }
    }

    @Test
    void anEarThatWantsNoMoreHoldsTheProgramUp() throws Exception {
        byte[] much = new byte[32 << 20];
        try (Ends ends = connected()) {
            var heard = new Heard(1);
            ends.ours().tell(heard);
            var sending = CompletableFuture.runAsync(() -> {
                try {
                    ends.theirs().getOutputStream().write(much);
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            assertThat(heard.next().isEnd()).isFalse();
            assertThatThrownBy(() -> sending.get(200, TimeUnit.MILLISECONDS))
                    .isInstanceOf(java.util.concurrent.TimeoutException.class);
            assertThat(heard.isEmpty()).isTrue();
            ends.ours().close();

            assertThatThrownBy(() -> sending.get(10, TimeUnit.SECONDS)).hasRootCauseInstanceOf(IOException.class);
        }
    }

    @Test
    void aCrowdHearsEachItsOwn() throws Exception {
        Loopback loopback = loopback();
        try (var server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            List<Ends> crowd = new ArrayList<>();
            List<Heard> ears = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                var ends = new Ends(loopback.connect(server.getLocalPort()), server.accept());
                var heard = new Heard();
                ends.ours().tell(heard);
                crowd.add(ends);
                ears.add(heard);
            }
            for (int round = 0; round < 3; round++) {
                for (int i = 0; i < crowd.size(); i++) {
                    crowd.get(i).theirs().getOutputStream().write(i);
                }
                for (int i = 0; i < crowd.size(); i++) {
                    assertThat(ears.get(i).next().bytes()).containsExactly(i);
                }
            }
            for (Ends ends : crowd) {
                ends.close();
            }
        }
    }

    private static void send(Connection connection, byte[] bytes) {
        try {
            connection.send(bytes);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
