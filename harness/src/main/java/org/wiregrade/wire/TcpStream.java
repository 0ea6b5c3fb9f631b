package org.wiregrade.wire;

import java.util.Optional;

/**
 * One TCP connection, numbered and delimited as Wireshark's {@code tcp.stream}.
 *
 * @param index Wireshark's stream number, from 0
 * @param firstFrame number of its first packet in the file, from 1
 * @param startNs time of its first packet, in nanoseconds since the epoch
 * @param durationNs from its first packet to its last
 * @param handshake whether both the SYN and the SYN-ACK were captured
 * @param toServer what the client sent; the client is the side that sent the SYN, else the one with the higher port
 */
public record TcpStream(
        int index,
        int firstFrame,
        int lastFrame,
        long startNs,
        long durationNs,
        Closing closing,
        boolean handshake,
        Flow toServer,
        Flow toClient) {
    /** The side that opened the connection. */
    public Endpoint client() {
        return toServer.from();
    }

    /** The side that waited for it. */
    public Endpoint server() {
        return toServer.to();
    }

    /** Packets both ways. */
    public int packets() {
        return toServer.packets() + toClient.packets();
    }

    /** Who aborted the connection, if somebody did; the client where both did. */
    public Optional<Endpoint> resetBy() {
        if (toServer.reset()) {
            return Optional.of(client());
        }
        return toClient.reset() ? Optional.of(server()) : Optional.empty();
    }
}
