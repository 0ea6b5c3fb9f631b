package org.wiregrade.sandbox.loopback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Own connections read by one thread. */
class ReceiverTest extends ToldContract {
    @Override
    Loopback loopback() {
        return new OwnLoopback();
    }

    private static void awaitNoReceiver() {
        long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals("receiver"))) {
            assertThat(System.nanoTime()).isLessThan(giveUp);
            Thread.onSpinWait();
        }
    }

    @Test
    void itEndsWithTheLastConnectionAndComesBackWithTheNext() throws Exception {
        awaitNoReceiver();
        Loopback loopback = loopback();
        try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            for (int round = 0; round < 50; round++) {
                try (Connection ours = loopback.connect(server.getLocalPort());
                        Socket theirs = server.accept()) {
                    Taking taking = taking(ours);
                    theirs.getOutputStream().write(round);

                    assertThat(taking.next().bytes()).containsExactly(round);
                }
            }
        }
        awaitNoReceiver();
    }

    @Test
    void aMistakeInOneEarIsToldToAllAndTheNextConnectionIsRead() throws Exception {
        Loopback loopback = loopback();
        try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                Connection one = loopback.connect(server.getLocalPort());
                Socket theirs = server.accept();
                Connection other = loopback.connect(server.getLocalPort())) {
            Taking taking = taking(other);
            one.tell(new Heard(piece -> {
                throw new IllegalArgumentException("a mistake of ours");
            }));
            theirs.getOutputStream().write(1);

            assertThatThrownBy(taking::next)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("a mistake of ours");
            server.accept().close();
            try (Connection next = loopback.connect(server.getLocalPort());
                    Socket their = server.accept()) {
                Taking again = taking(next);
                their.getOutputStream().write(2);

                assertThat(again.next().bytes()).containsExactly(2);
            }
        }
    }
}
