package org.wiregrade.labs.evidence;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.wiregrade.wire.Endpoint;

/** Reads {@code ip:port} as servers print it. */
public final class Addresses {
    private static final Pattern LITERAL = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    private Addresses() {}

    /** The endpoint, its address in the one form in which equal addresses are equal; empty where it is none. */
    public static Optional<Endpoint> endpoint(String ip, String port) {
        String address = ip.contains("%") ? ip.substring(0, ip.indexOf('%')) : ip;
        if (!LITERAL.matcher(address).matches() || !port.matches("\\d{1,5}")) {
            return Optional.empty();
        }
        int number = Integer.parseInt(port);
        try {
            // A literal is never looked up.
            String plain = InetAddress.getByName(address).getHostAddress();
            return number > 0xffff ? Optional.empty() : Optional.of(new Endpoint(plain, number));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /** The same endpoint in the form of {@link #endpoint}. */
    public static Endpoint plain(Endpoint endpoint) {
        return endpoint(endpoint.ip(), String.valueOf(endpoint.port())).orElse(endpoint);
    }
}
