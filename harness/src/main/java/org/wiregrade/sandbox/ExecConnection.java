package org.wiregrade.sandbox;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import org.testcontainers.DockerClientFactory;

/**
 * The input and output of a program in a container: the engine's connection for {@code POST /exec/ID/start}.
 *
 * <p>Spoken here and not by docker-java, which never tells the program that its input has ended. The connection is a
 * plain one once the engine has answered: input goes as it is, output comes in frames of an 8-byte header (stream, three
 * zeros, length) and its bytes (Docker Engine API, "Attach to a container").
 */
final class ExecConnection implements AutoCloseable {
    private static final int FRAME_HEADER = 8;
    private static final int LONGEST_ANSWER = 8192;

    private final SocketChannel channel;

    /** Starts the program of an execution that has been created. */
    ExecConnection(String execution) throws IOException {
        URI engine = DockerClientFactory.instance().getTransportConfig().getDockerHost();
        if (!"unix".equals(engine.getScheme())) {
            throw new IOException("the container engine is not on this machine: " + engine);
        }
        channel = SocketChannel.open(UnixDomainSocketAddress.of(engine.getPath()));
        String body = "{\"Detach\":false,\"Tty\":false}";
        write(ByteBuffer.wrap(("POST /exec/" + execution + "/start HTTP/1.1\r\n"
                        + "Host: localhost\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n"
                        + "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.US_ASCII)));
        String answer = answer();
        if (!answer.startsWith("HTTP/1.1 101") && !answer.startsWith("HTTP/1.1 200")) {
            channel.close();
            throw new IOException("the container engine does not start a program: "
                    + answer.lines().findFirst().orElse("no answer"));
        }
    }

    /** The answer's head, byte by byte, because what follows is the program's output already. */
    private String answer() throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0 && head.length() < LONGEST_ANSWER) {
            head.append((char) (read(1).get() & 0xff));
        }
        return head.toString();
    }

    /** What the program printed next, on either of its outputs; an empty array at the end. */
    byte[] next() throws IOException {
        ByteBuffer header;
        try {
            header = read(FRAME_HEADER);
        } catch (EOFException e) {
            return new byte[0];
        }
        byte[] part = new byte[header.getInt(4)];
        read(part.length).get(part);
        return part;
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
                ExecConnection.this.write(ByteBuffer.wrap(bytes, from, length));
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
