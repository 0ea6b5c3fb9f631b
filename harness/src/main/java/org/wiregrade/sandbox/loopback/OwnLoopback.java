package org.wiregrade.sandbox.loopback;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** The loopback interface that the calling thread itself sees. */
public final class OwnLoopback implements Loopback {
    private static final Path TABLES = Path.of("/proc/thread-self/net");
    private static final String[] TCP_TABLES = {"tcp", "tcp6"};
    private static final String LISTEN = "0A";
    private static final int CONNECT_MS = 2000;
    private static final int PROBE_MS = 200;
    private static final int BACKLOG = 5;

    /** How Java's words for ECONNRESET begin. */
    private static final String RESET = "Connection reset";

    private final Receiver receiver = new Receiver();

    private static InetAddress address() throws IOException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    }

    @Override
    public Connection connect(int port) throws IOException {
        SocketChannel channel = SocketChannel.open();
        try {
            channel.socket().connect(new InetSocketAddress(address(), port), CONNECT_MS);
            return new OwnConnection(channel, receiver);
        } catch (IOException e) {
            channel.close();
            throw told(e);
        }
    }

    /** A program that ends between the handshake and Java's look at it resets the connection: nobody listens there any more. */
    static IOException told(IOException connecting) {
        boolean reset = connecting instanceof SocketException
                && String.valueOf(connecting.getMessage()).startsWith(RESET);
        return reset ? (IOException) new ConnectException(connecting.getMessage()).initCause(connecting) : connecting;
    }

    @Override
    public Listener listen() throws IOException {
        var channel = ServerSocketChannel.open();
        try {
            return new OwnListener(channel.bind(new InetSocketAddress(address(), 0), BACKLOG), receiver);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public int freePort() throws IOException {
        try (var probe = new ServerSocket(0, 1, address())) {
            return probe.getLocalPort();
        }
    }

    @Override
    public void readEvery(long pauseNs) {
        receiver.readEvery(pauseNs);
    }

    /** On Linux the kernel's table is read, because a connection would be a client that the server sees. */
    @Override
    public boolean hasListener(int port) throws IOException {
        if (!Files.isDirectory(TABLES)) {
            return accepts(port);
        }
        String suffix = String.format(":%04X", port);
        for (String table : TCP_TABLES) {
            for (String row : Files.readAllLines(TABLES.resolve(table))) {
                String[] columns = row.trim().split("\\s+");
                if (columns.length > 3 && columns[3].equals(LISTEN) && columns[1].endsWith(suffix)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean accepts(int port) {
        try (var probe = new Socket()) {
            probe.connect(new InetSocketAddress(address(), port), PROBE_MS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
