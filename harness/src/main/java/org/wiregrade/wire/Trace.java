package org.wiregrade.wire;

import java.util.List;
import java.util.Optional;

/**
 * All TCP streams of a capture or of a live run, in the order of their numbers.
 *
 * <p>Of a capture some numbers may be missing: Wireshark counts a stream of which only an ICMP error tells.
 */
public record Trace(List<TcpStream> streams) {
    public Trace {
        streams = List.copyOf(streams);
    }

    /** The stream with a number. */
    public Optional<TcpStream> stream(int number) {
        return streams.stream().filter(stream -> stream.index() == number).findFirst();
    }

    /** The streams whose server listens on a port. */
    public List<TcpStream> streamsTo(int port) {
        return streams.stream().filter(stream -> stream.server().port() == port).toList();
    }

    /** The streams that one endpoint took part in. */
    public List<TcpStream> streamsOf(Endpoint endpoint) {
        return streams.stream()
                .filter(stream ->
                        stream.client().equals(endpoint) || stream.server().equals(endpoint))
                .toList();
    }
}
