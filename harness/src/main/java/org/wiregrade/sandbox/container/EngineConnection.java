package org.wiregrade.sandbox.container;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.testcontainers.DockerClientFactory;

/**
 * One request to the container engine whose answer goes on after its head.
 *
 * <p>Spoken here and not by docker-java, which never tells a program that its input has ended, and does not say when the
 * engine has begun to watch a container. After a request to attach, the connection is a plain one: input goes as it is,
 * output comes in frames of an 8-byte header (stream, three zeros, length) and its bytes (Docker Engine API, "Attach to a
 * container").
 */
final class EngineConnection implements AutoCloseable {
    private static final int FRAME_HEADER = 8;
    private static final int LONGEST_HEAD = 8192;
    private static final Pattern CONTENT_LENGTH = Pattern.compile("(?im)^Content-Length: *(\\d{1,7})\\s*$");

    private final SocketChannel channel;

    /** Sends a POST without a body, and returns when the engine has agreed. */
    private EngineConnection(String path, String header) throws IOException {
        channel = SocketChannel.open(UnixDomainSocketAddress.of(engine().getPath()));
        try {
            write(ByteBuffer.wrap(("POST " + path + " HTTP/1.1\r\nHost: localhost\r\n" + header
                            + "Content-Type: application/json\r\nContent-Length: 0\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII)));
            String head = head();
            if (!head.startsWith("HTTP/1.1 101") && !head.startsWith("HTTP/1.1 200")) {
                throw new IOException("the container engine refuses " + path + ": "
                        + head.lines().findFirst().orElse("no answer") + " " + body(head));
            }
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** The input and the output of a container's first process; its error output, too, where that is wanted. */
    static EngineConnection attach(String container, boolean errors) throws IOException {
        return new EngineConnection(
                "/containers/" + container + "/attach?stream=1&stdin=1&stdout=1&stderr=" + (errors ? 1 : 0),
                "Connection: Upgrade\r\nUpgrade: tcp\r\n");
    }

    /** An answer that comes when the container has ended the next time. */
    static EngineConnection awaitExit(String container) throws IOException {
        return new EngineConnection("/containers/" + container + "/wait?condition=next-exit", "Connection: close\r\n");
    }

    /** Whether the engine that Testcontainers found is spoken to through a socket of this machine. */
    static boolean isPossible() {
        return "unix".equals(engine().getScheme());
    }

    private static URI engine() {
        return DockerClientFactory.instance().getTransportConfig().getDockerHost();
    }

    /** The answer's head, byte by byte, because what follows is the program's output already. */
    private String head() throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0 && head.length() < LONGEST_HEAD) {
            head.append((char) (read(1).get() & 0xff));
        }
        return head.toString();
    }

    /** The words behind the head of a refusal, as far as the head says how many there are. */
    private String body(String head) throws IOException {
        Matcher length = CONTENT_LENGTH.matcher(head);
        return length.find()
                ? StandardCharsets.UTF_8
                        .decode(read(Math.min(Integer.parseInt(length.group(1)), LONGEST_HEAD)))
                        .toString()
                        .strip()
                : "";
    }

    /** All that follows the head. */
    String rest() throws IOException {
        var rest = new StringBuilder();
        ByteBuffer bytes = ByteBuffer.allocate(LONGEST_HEAD);
        while (channel.read(bytes) >= 0) {
            rest.append(StandardCharsets.US_ASCII.decode(bytes.flip()));
            bytes.clear();
        }
        return rest.toString();
    }

    /** What the program prints, on either of its outputs, until the last process that has them has ended. */
    InputStream output() {
        return new Output();
    }

    private final class Output extends InputStream {
        private int left;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            try {
                while (left == 0) {
                    left = EngineConnection.this.read(FRAME_HEADER).getInt(4);
                }
            } catch (EOFException e) {
                return -1;
            }
            int read = channel.read(ByteBuffer.wrap(bytes, from, Math.min(length, left)));
            left -= Math.max(0, read);
            return read;
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    /** Goes to the program; closing it ends the program's input. */
    OutputStream input() {
        return new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                write(new byte[] {(byte) one}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                EngineConnection.this.write(ByteBuffer.wrap(bytes, from, length));
            }

            @Override
            public void close() throws IOException {
                if (channel.isOpen()) {
                    channel.shutdownOutput();
                }
            }
        };
    }

    private void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private ByteBuffer read(int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes) < 0) {
                throw new EOFException();
            }
        }
        return bytes.flip();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
