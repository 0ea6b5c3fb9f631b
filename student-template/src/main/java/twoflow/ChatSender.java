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

/** Client 1: sends chat messages, each whole, and prints the VoIP frames that arrive. */
public final class ChatSender implements AutoCloseable {
    private static final int BETWEEN_ROWS_MS = 300;

    private final Connections connections;

    // >>> STUDENT CODE STARTS HERE (fields and helper methods)
    // TODO: fields and methods of your own, where the task needs any. You may leave this empty.
    // <<< STUDENT CODE ENDS HERE

    /** Connects to the relay's two ports. */
    public ChatSender(String host, int chatPort, int voipPort) throws IOException {
        connections = new Connections(host, chatPort, voipPort);
        System.out.println("[Client1] Connected to Chat and VoIP (VoIP used for receiving).");
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        Terminal.useUtf8();
        Options options = Options.of(args, "--host", "--chat-port", "--voip-port", "--csv");
        List<Row> rows = MessageFile.chat(Path.of(options.text("--csv", "chat_messages.csv")));
        try (ChatSender client = new ChatSender(
                options.text("--host", "127.0.0.1"),
                options.port("--chat-port", 9001),
                options.port("--voip-port", 9002))) {
            client.run(rows);
        }
    }

    /** Sends all rows while printing what arrives, and returns when the other client has ended its sending too. */
    public void run(List<Row> rows) throws IOException, InterruptedException {
        Arrivals voice = Arrivals.print("[Client1 VoIP]", connections.voip());
        Arrivals chat = Arrivals.print("[Client1 Chat]", connections.chat());
        try {
            for (Row row : rows) {
                send(row, connections.chat().getOutputStream());
                Thread.sleep(BETWEEN_ROWS_MS);
            }
        } finally {
            connections.endSending();
        }
        voice.await();
        chat.await();
    }

    @Override
    public void close() throws IOException {
        connections.close();
        System.out.println("[Client1] Closed both connections.");
    }

    /**
     * Called for each row of the CSV file, with a pause after it.
     *
     * @param out what is written here goes to the relay's chat port
     */
    private void send(Row row, OutputStream out) throws IOException, InterruptedException {
        // >>> STUDENT CODE STARTS HERE (task: chat rows)
        // TODO: send this row as one chat message.
        //  1. Build the payload from the row's four fields with " | " between them and "C1-CHAT: " in front:
        //     C1-CHAT: 2025-12-13T10:00:00 | Client1 | CHAT | Hi, this is Client1 (chat).
        //  2. Log it:   [Client1 Chat] Sending: C1-CHAT: 2025-12-13T10:00:00 | …
        //  3. Send it as UTF-8 in one write, so that it leaves as one segment. Send no newline behind it.
        // <<< STUDENT CODE ENDS HERE
    }
}
