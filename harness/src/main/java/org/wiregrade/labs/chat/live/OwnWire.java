package org.wiregrade.labs.chat.live;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.wiregrade.capture.Captures;
import org.wiregrade.testbed.Arrival;
import org.wiregrade.testbed.TcpConnection;
import org.wiregrade.testbed.Testbed;
import org.wiregrade.wire.Flow;
import org.wiregrade.wire.Segment;
import org.wiregrade.wire.TcpStream;

/** Where the segments of a connection begin that the client sent: by the run's own recording, else as they were read. */
record OwnWire(List<Integer> begins) {
    static final OwnWire NONE = new OwnWire(List.of());

    OwnWire {
        begins = List.copyOf(begins);
    }

    static OwnWire of(Testbed testbed, TcpConnection connection) {
        List<Integer> read = connection.arrivals().stream().map(Arrival::offset).toList();
        try {
            Optional<Path> wire = testbed.capture();
            if (wire.isEmpty()) {
                return new OwnWire(read);
            }
            return Captures.read(wire.get())
                    .trace()
                    .streamsTo(connection.local().port())
                    .stream()
                    .map(TcpStream::toServer)
                    .filter(sent -> sent.holes().isEmpty() && sent.bytes() == connection.mark())
                    .findFirst()
                    .map(OwnWire::begins)
                    .map(OwnWire::new)
                    .orElse(new OwnWire(read));
        } catch (IOException e) {
            return new OwnWire(read);
        }
    }

    /** How many bytes a server sent to a client, by the run's own recording; empty where they are not all recorded. */
    static OptionalLong sentTo(Testbed testbed, TcpConnection client, int serverPort) {
        try {
            Optional<Path> wire = testbed.capture();
            return wire.isEmpty()
                    ? OptionalLong.empty()
                    : Captures.read(wire.get()).trace().streamsTo(serverPort).stream()
                            .filter(stream -> stream.client().equals(client.local()))
                            .map(TcpStream::toClient)
                            .filter(flow -> flow.holes().isEmpty())
                            .mapToLong(Flow::bytes)
                            .findFirst();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    private static List<Integer> begins(Flow sent) {
        return sent.segments().stream()
                .filter(Segment::isFresh)
                .map(segment -> (int) segment.offset())
                .toList();
    }

    /** In how many writes a range of bytes came, at least. */
    long writes(int from, int length) {
        return begins.stream()
                .filter(begin -> begin >= from && begin < from + length)
                .count();
    }
}
