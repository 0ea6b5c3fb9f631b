package org.wiregrade.sandbox.loopback;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.StandardSocketOptions;
import java.util.Arrays;
import jdk.net.ExtendedSocketOptions;

/** A socket of this process. */
final class OwnConnection implements Connection {
    private final Socket socket;
    private final InputStream in;
    private final boolean canQuickAck;
    private final byte[] buffer = new byte[16 << 10];

    OwnConnection(Socket socket) throws IOException {
        this.socket = socket;
        in = socket.getInputStream();
        canQuickAck = socket.supportedOptions().contains(ExtendedSocketOptions.TCP_QUICKACK);
        socket.setTcpNoDelay(true);
        acknowledgeAtOnce();
    }

    @Override
    public int localPort() {
        return socket.getLocalPort();
    }

    @Override
    public void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    @Override
    public Piece next() throws IOException {
        int length = in.read(buffer);
        long now = System.nanoTime();
        if (length < 0) {
            return new Piece(now, new byte[0]);
        }
        acknowledgeAtOnce();
        return new Piece(now, Arrays.copyOf(buffer, length));
    }

    /** Without it, Nagle's algorithm in the program and our delayed acknowledgement cost 40 ms a message. */
    private void acknowledgeAtOnce() throws IOException {
        if (canQuickAck) {
            socket.setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
        }
    }

    @Override
    public void finish() throws IOException {
        try {
            socket.shutdownOutput();
        } catch (SocketException e) {
            // The program was first.
        }
    }

    @Override
    public void reset() throws IOException {
        socket.setOption(StandardSocketOptions.SO_LINGER, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
