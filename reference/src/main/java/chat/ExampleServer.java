package chat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import lab.Options;
import lab.Peer;
import lab.Terminal;

/** The example to start from: it answers each client with the client's own message in capitals. */
public final class ExampleServer {
    private static final int BUFFER_SIZE = 1024;
    private static final int BACKLOG = 128;

    private ExampleServer() {}

    public static void main(String[] args) throws IOException {
        Terminal.useUtf8();
        Options options = Options.of(args, "--host", "--port");
        String host = options.text("--host", "127.0.0.1");
        try (ServerSocket server =
                new ServerSocket(options.port("--port", 3333), BACKLOG, InetAddress.getByName(host))) {
            String address = host + ":" + server.getLocalPort();
            System.out.println("[START] TCP multi-client server on " + address);
            System.out.println("[INFO] Server ready, listening on " + address);
            while (true) {
                Socket client = server.accept();
                System.out.println("[CONNECT] New client from " + Peer.of(client));
                new Thread(() -> serve(client), "client " + Peer.of(client)).start();
            }
        }
    }

    private static void serve(Socket client) {
        String reason = "closed the connection";
        try (client) {
            client.setTcpNoDelay(true);
            InputStream in = client.getInputStream();
            byte[] buffer = new byte[BUFFER_SIZE];
            for (int length = in.read(buffer); length != -1; length = in.read(buffer)) {
                String text = new String(buffer, 0, length, StandardCharsets.UTF_8);
                System.out.println("[RECV] From " + Peer.of(client) + " -> " + text.strip());
                String answer = text.toUpperCase(Locale.ROOT);
                client.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
                System.out.println("[SEND] To " + Peer.of(client) + " -> " + answer.strip());
            }
        } catch (IOException e) {
            reason = "connection lost: " + e.getMessage();
        }
        System.out.println("[DISCONNECT] Client " + Peer.of(client) + " " + reason);
    }
}
