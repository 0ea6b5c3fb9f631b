package twoflow;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** Prints what arrives on a connection, in a thread of its own, until the other side has no more to say. */
final class Arrivals {
    private static final int SILENCE_MS = 60_000;

    private final Thread thread;

    private Arrivals(Thread thread) {
        this.thread = thread;
    }

    /** Starts to read a connection; each line printed begins with {@code name}, such as {@code [Client1 VoIP]}. */
    static Arrivals print(String name, Socket socket) {
        Thread thread = new Thread(() -> read(name, socket), name);
        thread.start();
        return new Arrivals(thread);
    }

    /** Returns when the other side has ended its sending, or the connection is lost, or a minute was silent. */
    void await() throws InterruptedException {
        thread.join();
    }

    private static void read(String name, Socket socket) {
        try {
            socket.setSoTimeout(SILENCE_MS);
            // A reader keeps the first half of a character whose bytes come in two pieces.
            Reader in = new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8);
            char[] buffer = new char[1024];
            for (int length = in.read(buffer); length != -1; length = in.read(buffer)) {
                System.out.println(name + " Received: " + new String(buffer, 0, length));
            }
        } catch (SocketTimeoutException e) {
            System.out.println(name + " Nothing came for " + SILENCE_MS / 1000 + " s");
        } catch (IOException e) {
            System.out.println(name + " Connection lost: " + e.getMessage());
        }
    }
}
