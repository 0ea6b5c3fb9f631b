package twoflow;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import lab.Options;
import lab.Peer;
import lab.Terminal;

// >>> STUDENT CODE STARTS HERE (imports)
// TODO: imports of your own, where the task needs any. You may leave this empty.
// <<< STUDENT CODE ENDS HERE

/** The relay between two clients: what one sends on a flow, chat or VoIP, the other receives on the same flow. */
public final class Relay implements AutoCloseable {
    private static final int BUFFER_SIZE = 1024;
    private static final int BACKLOG = 16;

    private final ServerSocket chat;
    private final ServerSocket voip;

    // >>> STUDENT CODE STARTS HERE (fields and helper methods)
    // TODO: fields and methods of your own, where the task needs any. You may leave this empty.
    // <<< STUDENT CODE ENDS HERE

    /** Starts to listen on two ports; 0 asks the system for any free one. */
    public Relay(String host, int chatPort, int voipPort) throws IOException {
        InetAddress address = InetAddress.getByName(host);
        chat = new ServerSocket(chatPort, BACKLOG, address);
        try {
            voip = new ServerSocket(voipPort, BACKLOG, address);
        } catch (IOException e) {
            chat.close();
            throw e;
        }
        System.out.println("[Server] Listening for Chat on " + host + ":" + chatPort());
        System.out.println("[Server] Listening for VoIP on " + host + ":" + voipPort());
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        Terminal.useUtf8();
        Options options = Options.of(args, "--host", "--chat-port", "--voip-port");
        try (Relay relay = new Relay(
                options.text("--host", "127.0.0.1"),
                options.port("--chat-port", 9001),
                options.port("--voip-port", 9002))) {
            relay.run();
        }
    }

    public int chatPort() {
        return chat.getLocalPort();
    }

    public int voipPort() {
        return voip.getLocalPort();
    }

    /** Relays two clients on each port and returns when all four directions have ended. */
    public void run() throws InterruptedException {
        Thread chatFlow = start("chat flow", () -> relay(chat, "Chat", "CHAT"));
        Thread voipFlow = start("VoIP flow", () -> relay(voip, "VoIP", "VOIP"));
        chatFlow.join();
        voipFlow.join();
        System.out.println("[Server] Relay server finished.");
    }

    @Override
    public void close() throws IOException {
        try {
            chat.close();
        } finally {
            voip.close();
        }
    }

    /** One flow, from the arrival of its first client to the end of both directions. */
    private void relay(ServerSocket server, String name, String label) {
        try (Socket c1 = accept(server, name, "C1");
                Socket c2 = accept(server, name, "C2")) {
            server.close();
            Thread there = start(label + " C1->C2", () -> direction(c1, c2, label + " C1->C2"));
            Thread back = start(label + " C2->C1", () -> direction(c2, c1, label + " C2->C1"));
            there.join();
            back.join();
        } catch (IOException | InterruptedException e) {
            System.out.println("[Server " + label + "] Ended: " + e.getMessage());
        }
    }

    private static Socket accept(ServerSocket server, String name, String client) throws IOException {
        Socket socket = server.accept();
        System.out.println("[Server] " + name + " connection from (" + client + "): " + Peer.of(socket));
        return socket;
    }

    private static Thread start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.start();
        return thread;
    }

    /** Calls the task's code; where a connection is lost, its flow ends and the other flow goes on. */
    private void direction(Socket from, Socket to, String label) {
        try {
            // What is written is sent at once and not joined to what is written next.
            to.setTcpNoDelay(true);
            forward(from, to, label);
        } catch (IOException | InterruptedException | RuntimeException e) {
            System.out.println("[Server " + label + "] Connection lost: " + e.getMessage());
            end(from);
            end(to);
        }
    }

    /** Ends both directions of a connection and thereby whatever waits to read from it. */
    private static void end(Socket socket) {
        try {
            socket.shutdownOutput();
            socket.shutdownInput();
        } catch (IOException e) {
            // It had ended already, by itself or by the other direction.
        }
    }

    /**
     * Called once for each direction of each flow, by a thread of its own.
     *
     * @param from the client that sends in this direction
     * @param to the client that receives
     * @param label names the direction, such as {@code CHAT C1->C2}
     */
    private void forward(Socket from, Socket to, String label) throws IOException, InterruptedException {
        // >>> STUDENT CODE STARTS HERE (task: forward)
        // TODO: hand on everything that one client sends to the other.
        //  1. Read up to BUFFER_SIZE bytes at a time, until the sender has ended its sending.
        //  2. Write exactly the bytes that came, at once: never decoded, never held back for more. They may be no text.
        //  3. Log each piece, as text for the reader's eye only:   [Server CHAT C1->C2] Forwarding: hello
        //  4. When the sender has ended its sending, tell the receiver: to.shutdownOutput(). Close no socket: the
        //     other direction may still be at work.
        // <<< STUDENT CODE ENDS HERE
    }
}
