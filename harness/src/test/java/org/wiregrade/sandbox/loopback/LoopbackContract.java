package org.wiregrade.sandbox.loopback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** What a program sees of the harness and the harness of a program, whoever has the sockets. */
abstract class LoopbackContract {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final long CLOCKS_APART_NS = 5_000_000;
    static final int MUCH = 32 << 20;
    private static final byte[] HELLO = "hello".getBytes(StandardCharsets.US_ASCII);

    abstract Loopback loopback();

    /** How what comes on a connection is taken. */
    abstract Taking taking(Connection connection) throws IOException;

    @FunctionalInterface
    interface Taking {
        /** The next piece; an {@link IOException} where the connection was lost. */
        Read next() throws Exception;
    }

    @FunctionalInterface
    interface Deed {
        void run() throws IOException;
    }

    /** Both ends of one connection: the harness's, and the program's. */
    record Ends(Connection ours, Socket theirs) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            ours.close();
            theirs.close();
        }
    }

    final Ends connected() throws IOException {
        try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Connection ours = loopback().connect(server.getLocalPort());
            Socket theirs = server.accept();
            theirs.setSoTimeout((int) LIMIT.toMillis());
            return new Ends(ours, theirs);
        }
    }

    static byte[] allOf(Taking taking) throws Exception {
        var all = new ByteArrayOutputStream();
        for (Read piece = taking.next(); !piece.isEnd(); piece = taking.next()) {
            all.writeBytes(piece.bytes());
        }
        return all.toByteArray();
    }

    /** A sending by one end in the background. */
    static CompletableFuture<Void> sending(Deed deed) {
        return CompletableFuture.runAsync(() -> {
            try {
                deed.run();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    static void assertHeldUp(CompletableFuture<Void> sending) {
        assertThatThrownBy(() -> sending.get(200, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
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
            Taking taking = taking(ends.ours());
            ends.ours().send(HELLO);
            ends.ours().finish();
            byte[] came = ends.theirs().getInputStream().readAllBytes();
            ends.theirs().getOutputStream().write(came);
            ends.theirs().shutdownOutput();

            assertThat(allOf(taking)).isEqualTo(HELLO);
        }
    }

    @Test
    void finishingWhatTheProgramHasResetIsNoError() throws Exception {
        try (Ends ends = connected()) {
            Taking taking = taking(ends.ours());
            ends.theirs().setOption(StandardSocketOptions.SO_LINGER, 0);
            ends.theirs().close();

            assertThatThrownBy(taking::next).isInstanceOf(IOException.class).hasMessageContaining("reset");
            ends.ours().finish();
            assertThatThrownBy(() -> ends.ours().send(HELLO)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void leavingWithAResetIsSeenAsOne() throws Exception {
        try (Ends ends = connected()) {
            taking(ends.ours());
            ends.ours().reset();

            assertThatThrownBy(() -> ends.theirs().getInputStream().read())
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("reset");
        }
    }

    @Test
    void closingEndsTheProgramsInputAndOurWaiting() throws Exception {
        try (Ends ends = connected()) {
            Taking taking = taking(ends.ours());
            var waiting = sending(() -> assertThatThrownBy(taking::next).isInstanceOf(IOException.class));
            ends.ours().close();

            assertThat(ends.theirs().getInputStream().read()).isEqualTo(-1);
            waiting.get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void eachPieceHasTheTimeOfItsArrival() throws Exception {
        try (Ends ends = connected()) {
            Taking taking = taking(ends.ours());
            for (int round = 0; round < 20; round++) {
                long before = System.nanoTime();
                ends.theirs().getOutputStream().write(HELLO);
                Read piece = taking.next();

                assertThat(piece.bytes()).isEqualTo(HELLO);
                assertThat(piece.timeNs()).isBetween(before - CLOCKS_APART_NS, System.nanoTime());
            }
        }
    }

    @Test
    void aProgramThatReadsNothingHoldsTheSenderUpAndIsHeard() throws Exception {
        byte[] much = new byte[MUCH];
        try (Ends ends = connected()) {
            Taking taking = taking(ends.ours());
            var sending = sending(() -> ends.ours().send(much));
            assertHeldUp(sending);
            assertThat(loopback().freePort()).isPositive();
            ends.theirs().getOutputStream().write(HELLO);
            assertThat(taking.next().bytes()).isEqualTo(HELLO);

            assertThat(ends.theirs().getInputStream().readNBytes(much.length)).hasSameSizeAs(much);
            sending.get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void closingEndsASendingThatIsHeldUp() throws Exception {
        try (Ends ends = connected()) {
            taking(ends.ours());
            var sending = sending(() -> ends.ours().send(new byte[MUCH]));
            assertHeldUp(sending);
            ends.ours().close();

            assertThatThrownBy(() -> sending.get(10, TimeUnit.SECONDS)).hasRootCauseInstanceOf(IOException.class);
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
    void aCrowdHearsEachItsOwn() throws Exception {
        Loopback loopback = loopback();
        try (var server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            List<Ends> crowd = new ArrayList<>();
            List<Taking> ears = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                var ends = new Ends(loopback.connect(server.getLocalPort()), server.accept());
                crowd.add(ends);
                ears.add(taking(ends.ours()));
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
}
