package chat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import lab.Options;
import lab.Peer;
import lab.Terminal;

/** A chat to watch: a server and some talking clients in one program, which ends when all has been said. */
public final class ChatDemo {
    private static final int BUFFER_SIZE = 1024;
    private static final int BETWEEN_MESSAGES_MS = 200;
    private static final int MOST_CLIENTS = 50;
    private static final List<String> MESSAGES = List.of("Hello", "How are you?", "Bye");

    private ChatDemo() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Terminal.useUtf8();
        Options options = Options.of(args, "--host", "--port", "--clients");
        String host = options.text("--host", "127.0.0.1");
        int clients = options.number("--clients", MOST_CLIENTS, 3);
        try (ServerSocket server =
                new ServerSocket(options.port("--port", 0), MOST_CLIENTS, InetAddress.getByName(host))) {
            System.out.println("[Server] Listening on " + host + ":" + server.getLocalPort());
            List<Thread> threads = new ArrayList<>();
            threads.add(start("server", () -> serve(server, clients)));
            for (int i = 1; i <= clients; i++) {
                String name = "Client" + i;
                threads.add(start(name, () -> talk(name, host, server.getLocalPort())));
            }
            for (Thread thread : threads) {
                thread.join();
            }
        }
        System.out.println("[Demo] Multi-client chat simulation completed.");
    }

    /** Waits until everybody is there, so that nobody misses a message, then serves until everybody has finished. */
    private static void serve(ServerSocket server, int expected) throws IOException, InterruptedException {
        List<Socket> clients = new ArrayList<>();
        while (clients.size() < expected) {
            Socket client = server.accept();
            client.setTcpNoDelay(true);
            clients.add(client);
            System.out.println("[Server] Client connected: " + Peer.of(client));
        }
        List<Thread> handlers = new ArrayList<>();
        for (Socket client : clients) {
            handlers.add(start("handler", () -> handle(client, clients)));
        }
        for (Thread handler : handlers) {
            handler.join();
        }
        for (Socket client : clients) {
            client.close();
        }
        System.out.println("[Server] Closed.");
    }

    private static void handle(Socket client, List<Socket> clients) throws IOException {
        InputStream in = client.getInputStream();
        byte[] buffer = new byte[BUFFER_SIZE];
        for (int length = in.read(buffer); length != -1; length = in.read(buffer)) {
            String text = new String(buffer, 0, length, StandardCharsets.UTF_8);
            System.out.println("[Server] Received from " + Peer.of(client) + ": " + text);
            byte[] broadcast = ("[Broadcast " + client.getPort() + "] " + text).getBytes(StandardCharsets.UTF_8);
            // One handler at a time, so that two broadcasts never mix on a connection.
            synchronized (clients) {
                for (Socket other : clients) {
                    if (other != client) {
                        other.getOutputStream().write(broadcast);
                    }
                }
            }
        }
        System.out.println("[Server] Client " + Peer.of(client) + " disconnected.");
    }

    private static void talk(String name, String host, int port) throws IOException, InterruptedException {
        try (Socket server = new Socket(host, port)) {
            server.setTcpNoDelay(true);
            System.out.println("[" + name + "] Connected.");
            Thread listener = start(name + " listens", () -> listen(name, server));
            for (String words : MESSAGES) {
                String message = name + ": " + words;
                System.out.println("[" + name + "] Sending: " + message);
                server.getOutputStream().write(message.getBytes(StandardCharsets.UTF_8));
                Thread.sleep(BETWEEN_MESSAGES_MS);
            }
            server.shutdownOutput();
            listener.join();
        }
        System.out.println("[" + name + "] Disconnected.");
    }

    private static void listen(String name, Socket server) throws IOException {
        InputStream in = server.getInputStream();
        byte[] buffer = new byte[BUFFER_SIZE];
        for (int length = in.read(buffer); length != -1; length = in.read(buffer)) {
            System.out.println("[" + name + "] Received: " + new String(buffer, 0, length, StandardCharsets.UTF_8));
        }
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private static Thread start(String name, Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException | InterruptedException e) {
                        System.out.println("[ERROR] " + name + ": " + e.getMessage());
                    }
                },
                name);
        thread.start();
        return thread;
    }
}
