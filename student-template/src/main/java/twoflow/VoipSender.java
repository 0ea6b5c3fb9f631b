package twoflow;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import lab.Options;
import lab.Terminal;

// >>> STUDENT CODE STARTS HERE (imports)
// TODO: imports of your own, where the task needs any. You may leave this empty.
// <<< STUDENT CODE ENDS HERE

/** Client 2: sends VoIP frames in small paced chunks, as a voice stream would, and prints the chat that arrives. */
public final class VoipSender implements AutoCloseable {
    private static final int CHUNK_SIZE = 10;
    private static final int BETWEEN_CHUNKS_MS = 50;
    private static final int AFTER_ROW_MS = 100;

    private final Connections connections;

    // >>> STUDENT CODE STARTS HERE (fields and helper methods)
    // TODO: fields and methods of your own, where the task needs any. You may leave this empty.
    // <<< STUDENT CODE ENDS HERE

    /** Connects to the relay's two ports. */
    public VoipSender(String host, int chatPort, int voipPort) throws IOException {
        connections = new Connections(host, chatPort, voipPort);
        System.out.println("[Client2] Connected to Chat and VoIP (Chat used for receiving).");
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        Terminal.useUtf8();
        Options options = Options.of(args, "--host", "--chat-port", "--voip-port", "--csv");
        List<Row> rows = MessageFile.voip(Path.of(options.text("--csv", "voip_messages.csv")));
        try (VoipSender client = new VoipSender(
                options.text("--host", "127.0.0.1"),
                options.port("--chat-port", 9001),
                options.port("--voip-port", 9002))) {
            client.run(rows);
        }
    }

    /** Sends all rows while printing what arrives, and returns when the other client has ended its sending too. */
    public void run(List<Row> rows) throws IOException, InterruptedException {
        Arrivals chat = Arrivals.print("[Client2 Chat]", connections.chat());
        Arrivals voice = Arrivals.print("[Client2 VoIP]", connections.voip());
        try {
            for (Row row : rows) {
                String payload = String.join(" | ", row.timestamp(), row.speaker(), row.flow(), row.message());
                System.out.println("[Client2 VoIP] Sending (fragmented): " + payload);
                sendPaced(
                        payload.getBytes(StandardCharsets.UTF_8),
                        connections.voip().getOutputStream());
            }
        } finally {
            connections.endSending();
        }
        chat.await();
        voice.await();
    }

    @Override
    public void close() throws IOException {
        connections.close();
        System.out.println("[Client2] Closed both connections.");
    }

    /**
     * Called for each row of the CSV file.
     *
     * @param payload the row as it is to be sent, in UTF-8
     * @param out what is written here goes to the relay's VoIP port
     */
    private void sendPaced(byte[] payload, OutputStream out) throws IOException, InterruptedException {
        // >>> STUDENT CODE STARTS HERE (task: voip chunks)
        // TODO: send the payload as a stream of many small packets.
        //  1. Cut it into chunks of CHUNK_SIZE bytes; the last one is what remains. Cut bytes, not characters.
        //  2. Send each chunk in a write of its own and pause BETWEEN_CHUNKS_MS after it.
        //  3. After the last chunk send a newline on its own, to mark the frame's end, and pause AFTER_ROW_MS.
        // <<< STUDENT CODE ENDS HERE
    }
}
