package echo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import lab.Options;
import lab.Peer;
import lab.Terminal;

// >>> STUDENT CODE STARTS HERE (imports)
// TODO: imports of your own, where the task needs any. You may leave this empty.
// <<< STUDENT CODE ENDS HERE

/** The interactive client: sends what is typed, shows the answer and how long it took. */
public final class EchoClient {
    private static final int BUFFER_SIZE = 4096;

    // >>> STUDENT CODE STARTS HERE (fields and helper methods)
    // TODO: fields and methods of your own, where the task needs any. You may leave this empty.
    // <<< STUDENT CODE ENDS HERE

    public static void main(String[] args) throws IOException {
        Terminal.useUtf8();
        Options options = Options.of(args, "--host", "--port");
        new EchoClient().run(options.text("--host", "127.0.0.1"), options.port("--port", 3333));
    }

    /** Takes lines until the input ends or {@code exit} is typed. */
    private void run(String host, int port) throws IOException {
        try (Socket server = new Socket(host, port)) {
            server.setTcpNoDelay(true);
            System.out.println("[CONNECT] Connected to " + Peer.of(server) + ", type exit to leave");
            BufferedReader keyboard = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String line = keyboard.readLine(); line != null && !line.equals("exit"); line = keyboard.readLine()) {
                if (!line.isBlank()) {
                    ask(line, server.getOutputStream(), server.getInputStream());
                }
            }
        }
        System.out.println("[DISCONNECT] Left the server");
    }

    /**
     * Called for each line that was typed.
     *
     * @param line the line, without its end
     * @param out what is written here goes to the server
     * @param in what the server sends is read here
     */
    private void ask(String line, OutputStream out, InputStream in) throws IOException {
        // >>> STUDENT CODE STARTS HERE (task: ask)
        // TODO: send the line, wait for the answer, show the answer and the time that it took.
        //  1. Send the line as UTF-8, with a newline at its end.
        //  2. Read the answer; BUFFER_SIZE bytes are enough for one.
        //  3. Print the answer and the time from the sending to the answer in milliseconds:
        //     [RECV] HELLO (RTT 0.41 ms)
        // <<< STUDENT CODE ENDS HERE
    }
}
