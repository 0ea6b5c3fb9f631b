package org.wiregrade.wire;

import java.util.List;

/** All TCP streams of a capture or of a live run, in the order of their numbers. */
public record Trace(List<TcpStream> streams) {
    public Trace {
        streams = List.copyOf(streams);
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
