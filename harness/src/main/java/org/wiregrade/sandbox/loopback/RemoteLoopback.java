package org.wiregrade.sandbox.loopback;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.wiregrade.sandbox.loopback.Frame.Kind;

/** The loopback interface that a {@link Gateway} sees. */
public final class RemoteLoopback implements Loopback {
    private static final long START_MS = 30_000;

    private final GatewayClient gateway;

    /**
     * Waits until a gateway answers, at most 30 s.
     *
     * @param fromGateway its standard output
     * @param toGateway its standard input; it ends with that
     */
    public RemoteLoopback(InputStream fromGateway, OutputStream toGateway) throws IOException {
        gateway = new GatewayClient(fromGateway, toGateway, START_MS);
    }

    /** The main class of the program at the other end. */
    public static String mainClass() {
        return Gateway.class.getName();
    }

    /** All classes that it needs besides the platform's. */
    public static List<Class<?>> classes() {
        return Stream.<Class<?>>of(
                        Gateway.class,
                        Frame.class,
                        Refusal.class,
                        Loopback.class,
                        Connection.class,
                        Listener.class,
                        Read.class,
                        ReadListener.class,
                        Receiver.class,
                        OwnLoopback.class,
                        OwnConnection.class,
                        OwnListener.class)
                .flatMap(type -> Stream.of(type.getNestMembers()))
                .toList();
    }

    @Override
    public Connection connect(int port) throws IOException {
        return opened(new RemoteConnection(gateway, gateway.nextNumber()), Kind.CONNECT, 0, port)
                .orElseThrow();
    }

    /** Hears of a connection before it is asked for, because what comes on it may overtake this thread. */
    private Optional<Connection> opened(RemoteConnection connection, Kind kind, int subject, long argument)
            throws IOException {
        gateway.register(connection);
        long port = 0;
        try {
            port = gateway.ask(connection.number(), kind, subject, argument, new byte[0]);
        } finally {
            if (port == 0) {
                gateway.forget(connection);
            }
        }
        return port == 0 ? Optional.empty() : Optional.of(connection.at((int) port));
    }

    @Override
    public Listener listen() throws IOException {
        int number = gateway.nextNumber();
        int port = (int) gateway.ask(number, Kind.LISTEN, 0, 0, new byte[0]);
        return new RemoteListener(number, port);
    }

    @Override
    public boolean hasListener(int port) throws IOException {
        return gateway.ask(Kind.HAS_LISTENER, 0, port) == 1;
    }

    @Override
    public int freePort() throws IOException {
        return (int) gateway.ask(Kind.FREE_PORT, 0, 0);
    }

    private final class RemoteListener implements Listener {
        private final int number;
        private final int port;

        RemoteListener(int number, int port) {
            this.number = number;
            this.port = port;
        }

        @Override
        public int port() {
            return port;
        }

        @Override
        public Optional<Connection> accept(Duration limit) throws IOException {
            var connection = new RemoteConnection(gateway, gateway.nextNumber());
            return opened(connection, Kind.ACCEPT, number, limit.toMillis());
        }

        @Override
        public void close() throws IOException {
            gateway.ask(Kind.CLOSE, number, 0);
        }
    }
}
