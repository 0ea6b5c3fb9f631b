package echo;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import lab.Options;
import lab.Peer;
import lab.Terminal;

// >>> STUDENT CODE STARTS HERE (imports)
// TASK: imports of your own, where the task needs any. You may leave this empty.
// <<< STUDENT CODE ENDS HERE

/** The echo server: it says to each client, in capitals, what that client has said. */
public final class EchoServer {
    private static final int BUFFER_SIZE = 1024;
    private static final int BACKLOG = 128;

    // >>> STUDENT CODE STARTS HERE (fields and helper methods)
    // TASK: fields and methods of your own, where the task needs any. You may leave this empty.
    // <<< STUDENT CODE ENDS HERE

    public static void main(String[] args) throws IOException {
        Terminal.useUtf8();
        Options options = Options.of(args, "--host", "--port");
        new EchoServer().run(options.text("--host", "127.0.0.1"), options.port("--port", 3333));
    }

    /** Accepts clients for ever, each served by a thread of its own. */
    private void run(String host, int port) throws IOException {
        try (ServerSocket server = new ServerSocket(port, BACKLOG, InetAddress.getByName(host))) {
            String address = host + ":" + server.getLocalPort();
            System.out.println("[START] TCP echo server on " + address);
            System.out.println("[INFO] Server ready, listening on " + address);
            while (true) {
                Socket client = server.accept();
                System.out.println("[CONNECT] New client from " + Peer.of(client));
                new Thread(() -> serve(client), "client " + Peer.of(client)).start();
            }
        }
    }

    /** Answers one client until it leaves in whatever way. */
    private void serve(Socket client) {
        String reason = "closed the connection";
        try (client) {
            client.setTcpNoDelay(true);
            InputStream in = client.getInputStream();
            byte[] buffer = new byte[BUFFER_SIZE];
            for (int length = in.read(buffer); length != -1; length = in.read(buffer)) {
                answer(client, Arrays.copyOf(buffer, length));
            }
        } catch (IOException | InterruptedException | RuntimeException e) {
            reason = "connection lost: " + e;
        }
        System.out.println("[DISCONNECT] Client " + Peer.of(client) + " " + reason);
    }

    /**
     * Called each time that bytes have come from a client, by that client's thread.
     *
     * @param client who sent them, and waits for the answer
     * @param data the bytes, 1 to 1024
     */
    private void answer(Socket client, byte[] data) throws IOException, InterruptedException {
        // >>> STUDENT CODE STARTS HERE (task: answer)
        // TASK: answer the message with the same text in capitals.
        //  1. Turn the bytes into text: UTF-8.
        //  2. Log what came and from whom:   [RECV] From 127.0.0.1:54321 -> hello
        //     (Peer.of(client) gives the address)
        //  3. Send the text back in capitals, as UTF-8. Where a newline ends the text, one ends the answer.
        //  4. Log the answer:   [SEND] To 127.0.0.1:54321 -> HELLO

        String text = new String(data, StandardCharsets.UTF_8);
        System.out.println("[RECV] From " + Peer.of(client) + " -> " + text.strip());
        String capitals = text.toUpperCase(Locale.ROOT);
        client.getOutputStream().write(capitals.getBytes(StandardCharsets.UTF_8));
        System.out.println("[SEND] To " + Peer.of(client) + " -> " + capitals.strip());
        // <<< STUDENT CODE ENDS HERE
    }
}
