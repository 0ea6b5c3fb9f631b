package org.wiregrade.sandbox.loopback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class OwnLoopbackTest extends LoopbackContract {
    @Override
    Loopback loopback() {
        return new OwnLoopback();
    }

    private static void awaitNoReceiver() throws InterruptedException {
        long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals("receiver"))) {
            assertThat(System.nanoTime()).isLessThan(giveUp);
            Thread.onSpinWait();
        }
    }

    @Test
    void theReceiverEndsWithTheLastConnectionAndComesBackWithTheNext() throws Exception {
        awaitNoReceiver();
        Loopback loopback = loopback();
        try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            for (int round = 0; round < 50; round++) {
                try (Connection ours = loopback.connect(server.getLocalPort());
                        Socket theirs = server.accept()) {
                    var heard = new Heard();
                    ours.tell(heard);
                    theirs.getOutputStream().write(round);

                    assertThat(heard.next().bytes()).containsExactly(round);
                }
            }
        }
        awaitNoReceiver();
    }

    @Test
    void aMistakeOfOneEarIsNoEndOfTheOthersPrograms() throws Exception {
        Loopback loopback = loopback();
        try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                Connection deaf = loopback.connect(server.getLocalPort());
                Socket first = server.accept();
                Connection ours = loopback.connect(server.getLocalPort());
                Socket second = server.accept()) {
            var heard = new Heard();
            ours.tell(heard);
            deaf.tell(new Ear() {
                @Override
                public boolean came(Piece piece) {
                    throw new IllegalArgumentException("of the harness");
                }

                @Override
                public void lost(java.io.IOException why) {
                    // Not asked.
                }

                @Override
                public void failed(IllegalStateException why) {
                    // Not asked.
                }
            });
            first.getOutputStream().write(1);

            assertThatThrownBy(heard::next).hasMessageContaining("failed").hasMessageContaining("of the harness");
            assertThat(second.isClosed()).isFalse();
        }
    }
}
