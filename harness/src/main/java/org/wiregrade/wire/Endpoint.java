package org.wiregrade.wire;

/**
 * One side of a connection.
 *
 * @param ip the address in plain text, IPv6 without brackets
 * @param port 0 to 65535
 */
public record Endpoint(String ip, int port) {
    /** {@code 127.0.0.1:3333}, or {@code [::1]:3333}. */
    @Override
    public String toString() {
        return ip.indexOf(':') < 0 ? ip + ":" + port : "[" + ip + "]:" + port;
    }
}
