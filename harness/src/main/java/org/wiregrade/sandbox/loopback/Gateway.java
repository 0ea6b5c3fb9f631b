package org.wiregrade.sandbox.loopback;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.wiregrade.sandbox.loopback.Frame.Kind;

/**
 * A program beside a submission's, in the same network, that opens sockets for a harness that cannot enter it.
 *
 * <p>It is run from the classes of this package alone, is told what to do on its standard input, and ends with that.
 */
public final class Gateway {
    /** How many bytes of a connection are under way to the harness at most; where it takes no more, the sender is slowed. */
    static final int WINDOW = 1 << 20;

    private final OwnLoopback loopback = new OwnLoopback();
    private final DataInputStream in;
    private final DataOutputStream out;
    private final ExecutorService waiting = Executors.newCachedThreadPool(Gateway::daemon);
    private final Map<Integer, Connection> connections = new ConcurrentHashMap<>();
    private final Map<Integer, Semaphore> windows = new ConcurrentHashMap<>();
    private final Map<Integer, Listener> listeners = new ConcurrentHashMap<>();

    Gateway(DataInputStream in, DataOutputStream out) {
        this.in = in;
        this.out = out;
    }

    public static void main(String[] arguments) throws IOException {
        new Gateway(
                        new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in))),
                        new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out))))
                .serve();
    }

    /** Does what it is told until its input ends. */
    void serve() throws IOException {
        try {
            while (true) {
                Frame request = Frame.read(in);
                if (mayWait(request.kind())) {
                    waiting.execute(() -> answer(request));
                } else {
                    answer(request);
                }
            }
        } catch (EOFException e) {
            waiting.shutdownNow();
            for (Connection connection : connections.values()) {
                connection.close();
            }
            for (Listener listener : listeners.values()) {
                listener.close();
            }
        }
    }

    private static boolean mayWait(Kind kind) {
        return kind == Kind.CONNECT || kind == Kind.ACCEPT || kind == Kind.SEND;
    }

    private void answer(Frame request) {
        Frame answer;
        try {
            long result = result(request);
            answer = Frame.of(Kind.DONE, request.number(), request.subject(), result);
        } catch (IOException e) {
            answer = new Frame(
                    Kind.REFUSED,
                    request.number(),
                    request.subject(),
                    Refusal.of(e).code(),
                    words(e));
        }
        if (request.kind() != Kind.TAKEN) {
            say(answer);
        }
        Connection opened = connections.get(request.number());
        if (opened != null) {
            waiting.execute(() -> pass(request.number(), opened));
        }
    }

    private long result(Frame request) throws IOException {
        return switch (request.kind()) {
            case CONNECT -> opened(request.number(), loopback.connect((int) request.argument()));
            case LISTEN -> listening(request.number(), loopback.listen());
            case ACCEPT -> accepted(request);
            case SEND -> done(() -> connection(request).send(request.body()));
            case FINISH -> done(() -> connection(request).finish());
            case RESET -> done(() -> connection(request).reset());
            case CLOSE -> close(request.subject());
            case TAKEN -> taken(request);
            case HAS_LISTENER -> loopback.hasListener((int) request.argument()) ? 1 : 0;
            case FREE_PORT -> loopback.freePort();
            case CLOCK -> System.nanoTime();
            case DONE, REFUSED, CAME, LOST -> throw new IOException("not a request: " + request.kind());
        };
    }

    private interface Action {
        void run() throws IOException;
    }

    private static long done(Action action) throws IOException {
        action.run();
        return 0;
    }

    private Connection connection(Frame request) throws IOException {
        Connection connection = connections.get(request.subject());
        if (connection == null) {
            throw new IOException("Socket closed");
        }
        return connection;
    }

    private long opened(int number, Connection connection) {
        windows.put(number, new Semaphore(WINDOW));
        connections.put(number, connection);
        return connection.localPort();
    }

    private long listening(int number, Listener listener) {
        listeners.put(number, listener);
        return listener.port();
    }

    private long accepted(Frame request) throws IOException {
        Listener listener = listeners.get(request.subject());
        if (listener == null) {
            throw new IOException("Socket closed");
        }
        Optional<Connection> accepted = listener.accept(Duration.ofMillis(request.argument()));
        return accepted.isPresent() ? opened(request.number(), accepted.get()) : 0;
    }

    private long close(int subject) throws IOException {
        Listener listener = listeners.remove(subject);
        if (listener != null) {
            listener.close();
        }
        Connection connection = connections.remove(subject);
        if (connection != null) {
            connection.close();
        }
        return 0;
    }

    private long taken(Frame request) {
        Semaphore window = windows.get(request.subject());
        if (window != null) {
            window.release((int) request.argument());
        }
        return 0;
    }

    /** Passes on what comes on a connection until it ends. */
    private void pass(int number, Connection connection) {
        Semaphore window = windows.get(number);
        try {
            boolean more = true;
            while (more) {
                Read piece = connection.next();
                window.acquire(piece.bytes().length);
                say(new Frame(Kind.CAME, 0, number, piece.timeNs(), piece.bytes()));
                more = !piece.isEnd();
            }
        } catch (IOException e) {
            say(new Frame(Kind.LOST, 0, number, System.nanoTime(), words(e)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            windows.remove(number);
        }
    }

    private static byte[] words(IOException e) {
        return String.valueOf(e.getMessage()).getBytes(StandardCharsets.UTF_8);
    }

    private void say(Frame frame) {
        synchronized (out) {
            try {
                frame.write(out);
            } catch (IOException e) {
                // The harness has gone, as the end of the input says, too.
            }
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "waiting");
        thread.setDaemon(true);
        return thread;
    }
}
