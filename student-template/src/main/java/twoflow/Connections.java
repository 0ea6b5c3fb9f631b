package twoflow;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;

/** A client's two connections to the relay: chat is opened first, then VoIP. */
final class Connections implements AutoCloseable {
    private final Socket chat;
    private final Socket voip;

    Connections(String host, int chatPort, int voipPort) throws IOException {
        chat = connect(host, chatPort);
        try {
            voip = connect(host, voipPort);
        } catch (IOException e) {
            chat.close();
            throw e;
        }
    }

    Socket chat() {
        return chat;
    }

    Socket voip() {
        return voip;
    }

    /** Says on both connections that nothing more will be sent; receiving goes on. */
    void endSending() {
        for (Socket socket : new Socket[] {chat, voip}) {
            try {
                socket.shutdownOutput();
            } catch (IOException e) {
                System.out.println("[INFO] The relay was gone before the end: " + e.getMessage());
            }
        }
    }

    @Override
    public void close() throws IOException {
        try {
            chat.close();
        } finally {
            voip.close();
        }
    }

    private static Socket connect(String host, int port) throws IOException {
        try {
            Socket socket = new Socket(host, port);
            // What is written is sent at once and not joined to what is written next.
            socket.setTcpNoDelay(true);
            return socket;
        } catch (ConnectException e) {
            throw new IOException("Nothing accepts connections on " + host + ":" + port + ". Is the relay running?", e);
        }
    }
}
