package org.wiregrade.sandbox.loopback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import org.junit.jupiter.api.Test;

class OwnLoopbackTest extends AskedContract {
    @Override
    Loopback loopback() {
        return new OwnLoopback();
    }

    @Test
    void aListenerThatEndsWithinTheHandshakeIsNobody() throws Exception {
        try (var client = SocketChannel.open()) {
            client.configureBlocking(false);
            try (var listener = ServerSocketChannel.open()) {
                listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
                client.connect(listener.getLocalAddress());
            }
            IOException reset = catchThrowableOfType(IOException.class, client::finishConnect);

            assertThat(reset).isNotNull().isNotInstanceOf(ConnectException.class);
            assertThat(OwnLoopback.told(reset)).isInstanceOf(ConnectException.class);
        }
    }

    @Test
    void whatElseFailsStaysWhatItIs() {
        var noFiles = new IOException("Too many open files");

        assertThat(OwnLoopback.told(noFiles)).isSameAs(noFiles);
    }
}
