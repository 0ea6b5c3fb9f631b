package org.wiregrade.report;

import java.util.function.Predicate;
import org.wiregrade.wire.Endpoint;
import org.wiregrade.wire.TcpStream;

/** Chooses streams by a port, an address, or both: {@code 3333}, {@code 127.0.0.1}, {@code [::1]:3333}. */
public record StreamFilter(String ip, int port) implements Predicate<TcpStream> {
    private static final int ANY_PORT = -1;

    /**
     * Reads a filter.
     *
     * @throws IllegalArgumentException where the text is none, with a sentence for the user
     */
    public static StreamFilter of(String text) {
        try {
            if (text.matches("[0-9]{1,5}")) {
                return new StreamFilter("", port(text));
            }
            int close = text.lastIndexOf(']');
            int colon = text.lastIndexOf(':');
            boolean six = close < 0 && text.indexOf(':') != colon;
            boolean withPort = colon > close && !six;
            String ip = withPort ? text.substring(0, colon) : text;
            return new StreamFilter(
                    ip.startsWith("[") && ip.endsWith("]") ? ip.substring(1, ip.length() - 1) : ip,
                    withPort ? port(text.substring(colon + 1)) : ANY_PORT);
        } catch (NumberFormatException wrong) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is no filter: give a port, an address, or address:port", wrong);
        }
    }

    private static int port(String text) {
        int port = Integer.parseInt(text);
        if (port > 65_535) {
            throw new NumberFormatException(text);
        }
        return port;
    }

    @Override
    public boolean test(TcpStream stream) {
        return matches(stream.client()) || matches(stream.server());
    }

    private boolean matches(Endpoint endpoint) {
        return (port == ANY_PORT || endpoint.port() == port)
                && (ip.isEmpty() || endpoint.ip().equals(ip));
    }
}
