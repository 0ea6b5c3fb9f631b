package chat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lab.Options;
import lab.Peer;
import lab.Terminal;

// >>> STUDENT CODE STARTS HERE (imports)
// TASK: imports of your own, where the task needs any. You may leave this empty.
// <<< STUDENT CODE ENDS HERE

/** The chat server: what one client says, all the others hear. */
public final class ChatServer {
    private static final int BUFFER_SIZE = 1024;
    private static final int BACKLOG = 128;

    private final List<Socket> clients = new ArrayList<>();
    private final Object lock = new Object();

    // >>> STUDENT CODE STARTS HERE (fields and helper methods)
    // TASK: fields and methods of your own, where the task needs any. You may leave this empty.
    // <<< STUDENT CODE ENDS HERE

    public static void main(String[] args) throws IOException {
        Terminal.useUtf8();
        Options options = Options.of(args, "--host", "--port");
        new ChatServer().run(options.text("--host", "127.0.0.1"), options.port("--port", 3333));
    }

    /** Accepts clients for ever, each served by a thread of its own. */
    private void run(String host, int port) throws IOException {
        try (ServerSocket server = new ServerSocket(port, BACKLOG, InetAddress.getByName(host))) {
            String address = host + ":" + server.getLocalPort();
            System.out.println("[START] TCP multi-client chat server on " + address);
            System.out.println("[INFO] Server ready, listening on " + address);
            while (true) {
                Socket client = server.accept();
                synchronized (lock) {
                    clients.add(client);
                    System.out.println("[CONNECT] New client from " + Peer.of(client));
                }
                new Thread(() -> serve(client), "client " + Peer.of(client)).start();
            }
        }
    }

    /** Hands on what one client sends, until it leaves in whatever way. */
    private void serve(Socket client) {
        String reason = "closed the connection";
        try (client) {
            // What is written is sent at once and not joined to what is written next.
            client.setTcpNoDelay(true);
            InputStream in = client.getInputStream();
            byte[] buffer = new byte[BUFFER_SIZE];
            for (int length = in.read(buffer); length != -1; length = in.read(buffer)) {
                deliver(client, Arrays.copyOf(buffer, length));
            }
        } catch (IOException e) {
            reason = "connection lost: " + e.getMessage();
        } finally {
            synchronized (lock) {
                clients.remove(client);
            }
            System.out.println("[DISCONNECT] Client " + Peer.of(client) + " " + reason);
        }
    }

    /** Calls the task's code; a failure in it costs this one message and no client. */
    private void deliver(Socket sender, byte[] data) {
        try {
            onMessage(sender, data, clients, lock);
        } catch (IOException | InterruptedException | RuntimeException e) {
            System.out.println("[ERROR] While handling data from " + Peer.of(sender) + ": " + e);
        }
    }

    /**
     * Called each time that bytes have come from a client, by that client's thread.
     *
     * @param sender the client that sent them
     * @param data the bytes, 1 to 1024
     * @param clients all connected clients, the sender among them
     * @param lock what to synchronize on while using {@code clients}, since other threads change the list
     */
    private void onMessage(Socket sender, byte[] data, List<Socket> clients, Object lock)
            throws IOException, InterruptedException {
        // >>> STUDENT CODE STARTS HERE (task: chat)
        // TASK: hand this message on to everybody else.
        //  1. Turn the bytes into text: UTF-8, where bytes that are not valid UTF-8 are dropped.
        //  2. Log what came and from whom:   [RECV] From 127.0.0.1:54321 -> hello
        //  3. Build the message to hand on: the sender's address in brackets, a space, the text:
        //     [127.0.0.1:54321] hello      (Peer.of(sender) gives the address)
        //  4. Send it, as UTF-8, to every client in the list except the sender. Hold the lock meanwhile.
        //  5. Log each recipient:   [FWD] To 127.0.0.1:54322 -> [127.0.0.1:54321] hello
        //  A client that cannot be reached must not keep the others from getting the message.

        String text = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.IGNORE)
                .decode(ByteBuffer.wrap(data))
                .toString();
        System.out.println("[RECV] From " + Peer.of(sender) + " -> " + text.strip());
        String message = "[" + Peer.of(sender) + "] " + text;
        byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
        synchronized (lock) {
            for (Socket client : clients) {
                if (client == sender) {
                    continue;
                }
                try {
                    client.getOutputStream().write(bytes);
                    System.out.println("[FWD] To " + Peer.of(client) + " -> " + message.strip());
                } catch (IOException e) {
                    System.out.println("[INFO] Cannot reach " + Peer.of(client) + ": " + e.getMessage());
                }
            }
        }
        // <<< STUDENT CODE ENDS HERE
    }
}
