package org.wiregrade.sandbox.loopback;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.wiregrade.sandbox.loopback.Frame.Kind;

/**
 * The harness's end of the talk with a {@link Gateway}.
 *
 * <p>A gateway that is lost is nobody's mistake but the harness's: whoever asks it gets an {@link IllegalStateException}.
 */
final class GatewayClient {
    private static final int CLOCK_ROUNDS = 8;

    private final DataInputStream in;
    private final DataOutputStream out;
    private final AtomicInteger numbers = new AtomicInteger();
    private final Map<Integer, CompletableFuture<Long>> asked = new ConcurrentHashMap<>();
    private final Map<Integer, RemoteConnection> connections = new ConcurrentHashMap<>();
    private volatile String lost;
    private long clockOffset;

    /** Waits until the gateway answers, at most for so long. */
    GatewayClient(InputStream fromGateway, OutputStream toGateway, long limitMs) throws IOException {
        in = new DataInputStream(new BufferedInputStream(fromGateway));
        out = new DataOutputStream(new BufferedOutputStream(toGateway));
        Thread reader = new Thread(this::read, "from a gateway");
        reader.setDaemon(true);
        reader.start();
        await(request(nextNumber(), Kind.CLOCK, 0, 0, new byte[0]), limitMs);
        compareClocks();
    }

    /** The gateway's clock was read in the middle of the quickest of some rounds. */
    private void compareClocks() throws IOException {
        long quickest = Long.MAX_VALUE;
        for (int round = 0; round < CLOCK_ROUNDS; round++) {
            long before = System.nanoTime();
            long theirs = ask(Kind.CLOCK, 0, 0);
            long took = System.nanoTime() - before;
            if (took < quickest) {
                quickest = took;
                clockOffset = before + took / 2 - theirs;
            }
        }
    }

    int nextNumber() {
        return numbers.incrementAndGet();
    }

    /** Has a connection hear what comes under its number from now on. */
    void register(RemoteConnection connection) {
        connections.put(connection.number(), connection);
    }

    void forget(RemoteConnection connection) {
        connections.remove(connection.number());
    }

    long ask(Kind kind, int subject, long argument) throws IOException {
        return ask(nextNumber(), kind, subject, argument, new byte[0]);
    }

    /** Asks and waits for the answer; a refusal is the exception that the system gave the gateway. */
    long ask(int number, Kind kind, int subject, long argument, byte[] body) throws IOException {
        return await(request(number, kind, subject, argument, body), Long.MAX_VALUE);
    }

    private CompletableFuture<Long> request(int number, Kind kind, int subject, long argument, byte[] body) {
        var answer = new CompletableFuture<Long>();
        asked.put(number, answer);
        tell(new Frame(kind, number, subject, argument, body));
        if (lost != null) {
            answer.completeExceptionally(new IllegalStateException(lost));
        }
        return answer;
    }

    /** Sends what has no answer, or one that is awaited elsewhere. */
    void tell(Frame frame) {
        synchronized (out) {
            try {
                frame.write(out);
            } catch (IOException e) {
                loseAll("the gateway hears no more: " + e.getMessage());
            }
        }
    }

    private static long await(CompletableFuture<Long> answer, long limitMs) throws IOException {
        try {
            return answer.get(limitMs, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while a gateway was asked");
        } catch (TimeoutException e) {
            throw new IllegalStateException(
                    "the gateway in the container does not answer within " + limitMs + " ms", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException refused) {
                throw refused;
            }
            throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
        }
    }

    private void read() {
        try {
            while (true) {
                hear(Frame.read(in));
            }
        } catch (IOException e) {
            loseAll("the gateway in the container has ended: " + e.getMessage());
        }
    }

    private void hear(Frame frame) {
        switch (frame.kind()) {
            case DONE -> answered(frame).complete(frame.argument());
            case REFUSED ->
                answered(frame)
                        .completeExceptionally(Refusal.of(frame.argument()).exception(words(frame)));
            case CAME -> came(frame, new RemoteConnection.Event(piece(frame), null, null));
            case LOST -> came(frame, new RemoteConnection.Event(null, words(frame), null));
            default -> loseAll("the gateway in the container says what only the harness may: " + frame.kind());
        }
    }

    private CompletableFuture<Long> answered(Frame frame) {
        CompletableFuture<Long> answer = asked.remove(frame.number());
        return answer == null ? new CompletableFuture<>() : answer;
    }

    private void came(Frame frame, RemoteConnection.Event event) {
        RemoteConnection connection = connections.get(frame.subject());
        if (connection != null) {
            connection.hear(event);
        }
    }

    /** Nothing has come later than it is heard of. */
    private Read piece(Frame frame) {
        return new Read(Math.min(System.nanoTime(), frame.argument() + clockOffset), frame.body());
    }

    private static String words(Frame frame) {
        return new String(frame.body(), StandardCharsets.UTF_8);
    }

    private void loseAll(String why) {
        lost = why;
        asked.values().forEach(answer -> answer.completeExceptionally(new IllegalStateException(why)));
        connections.values().forEach(connection -> connection.hear(new RemoteConnection.Event(null, null, why)));
    }
}
