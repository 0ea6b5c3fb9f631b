package lab;

import java.net.Socket;

/** Names for the other end of a connection. */
public final class Peer {
    private Peer() {}

    /** The other end's address as {@code ip:port}, also after the connection has ended. */
    public static String of(Socket socket) {
        return socket.getInetAddress().getHostAddress() + ":" + socket.getPort();
    }
}
