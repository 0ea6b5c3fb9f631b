package org.wiregrade.sandbox.loopback;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;
import java.util.Optional;

/** A listening socket of this process. */
final class OwnListener implements Listener {
    private final ServerSocket socket;
    private final Receiver receiver;

    OwnListener(ServerSocketChannel channel, Receiver receiver) {
        this.socket = channel.socket();
        this.receiver = receiver;
    }

    @Override
    public int port() {
        return socket.getLocalPort();
    }

    @Override
    public Optional<Connection> accept(Duration limit) throws IOException {
        socket.setSoTimeout((int) limit.toMillis());
        try {
            return Optional.of(new OwnConnection(socket.accept().getChannel(), receiver));
        } catch (SocketTimeoutException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
