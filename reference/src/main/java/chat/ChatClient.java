package chat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import lab.Options;
import lab.Peer;
import lab.Terminal;

// >>> STUDENT CODE STARTS HERE (imports)
// TASK: imports of your own, where the task needs any. You may leave this empty.
// <<< STUDENT CODE ENDS HERE

/** The interactive client: sends what is typed, shows the server's answer and how long it took. */
public final class ChatClient {
    private static final int BUFFER_SIZE = 4096;
    private static final int ANSWER_WITHIN_MS = 5_000;

    // >>> STUDENT CODE STARTS HERE (fields and helper methods)
    // TASK: fields and methods of your own, where the task needs any. You may leave this empty.
    // <<< STUDENT CODE ENDS HERE

    public static void main(String[] args) throws IOException {
        Terminal.useUtf8();
        Options options = Options.of(args, "--host", "--port", "--mode");
        String mode = options.text("--mode", "ask");
        if (!mode.equals("ask") && !mode.equals("chat")) {
            throw new IllegalArgumentException("The option --mode needs ask or chat, not " + mode);
        }
        new ChatClient().run(options.text("--host", "127.0.0.1"), options.port("--port", 3333), mode.equals("chat"));
    }

    /**
     * Asks for lines until the input ends or {@code exit} is typed.
     *
     * @param chat whether to show all that comes whenever it comes, as a chat needs, instead of awaiting answers
     */
    private void run(String host, int port, boolean chat) throws IOException {
        try (Socket server = new Socket(host, port)) {
            server.setTcpNoDelay(true);
            if (chat) {
                new Thread(() -> show(server), "arrivals").start();
            } else {
                server.setSoTimeout(ANSWER_WITHIN_MS);
            }
            System.out.println("[CONNECT] Connected to " + Peer.of(server) + ", type exit to leave");
            BufferedReader keyboard = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String line = prompt(keyboard); line != null && !line.equals("exit"); line = prompt(keyboard)) {
                if (chat) {
                    server.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
                } else if (!line.isBlank()) {
                    ask(server, line);
                }
            }
        }
        System.out.println("[DISCONNECT] Left the server");
    }

    private static String prompt(BufferedReader keyboard) throws IOException {
        System.out.print("> ");
        System.out.flush();
        return keyboard.readLine();
    }

    private static void show(Socket server) {
        try {
            Reader in = new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8);
            char[] buffer = new char[BUFFER_SIZE];
            for (int length = in.read(buffer); length != -1; length = in.read(buffer)) {
                System.out.println("[CHAT] " + new String(buffer, 0, length).strip());
            }
            System.out.println("[INFO] The server has closed the connection");
        } catch (IOException e) {
            System.out.println("[INFO] No longer connected: " + e.getMessage());
        }
    }

    private void ask(Socket server, String line) throws IOException {
        try {
            exchange(line, server.getOutputStream(), server.getInputStream());
        } catch (SocketTimeoutException e) {
            System.out.println("[INFO] No answer within " + ANSWER_WITHIN_MS + " ms");
        }
    }

    /**
     * Called for each line that was typed.
     *
     * @param line the line, without its end
     * @param out what is written here goes to the server
     * @param in what the server sends is read here
     */
    private void exchange(String line, OutputStream out, InputStream in) throws IOException {
        // >>> STUDENT CODE STARTS HERE (task: round trip)
        // TASK: send the line, wait for the answer, show both the answer and the round-trip time.
        //  1. Send the line as UTF-8 with a newline at its end, in one write.
        //  2. Read the server's answer; BUFFER_SIZE bytes are enough for one. If the server has closed the
        //     connection instead, throw an IOException that says so.
        //  3. Print the answer and the time from the sending to the answer in milliseconds:
        //     [RECV] HELLO (RTT 0.41 ms)

        long sent = System.nanoTime();
        out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        byte[] buffer = new byte[BUFFER_SIZE];
        int length = in.read(buffer);
        double millis = (System.nanoTime() - sent) / 1e6;
        if (length == -1) {
            throw new IOException("the server has closed the connection");
        }
        String answer = new String(buffer, 0, length, StandardCharsets.UTF_8).strip();
        System.out.println(String.format(Locale.ROOT, "[RECV] %s (RTT %.2f ms)", answer, millis));
        // <<< STUDENT CODE ENDS HERE
    }
}
