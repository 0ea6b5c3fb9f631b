package org.wiregrade.labs.twoflow.live;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.wiregrade.capture.Captures;
import org.wiregrade.testbed.Arrival;
import org.wiregrade.testbed.TcpConnection;
import org.wiregrade.testbed.Testbed;
import org.wiregrade.wire.Flow;
import org.wiregrade.wire.Segment;
import org.wiregrade.wire.TcpStream;

/**
 * What came on a connection by the packets of the run's own wire, whose times are the sender's, where they are recorded; else
 * as it was read, which on a busy machine is late.
 */
final class OwnWire {
    private OwnWire() {}

    /** The segments of a connection; empty where they were not all recorded. */
    static Optional<List<Arrival>> segments(Testbed testbed, TcpConnection connection) {
        try {
            Optional<Path> wire = testbed.capture();
            return wire.isEmpty()
                    ? Optional.empty()
                    : Captures.read(wire.get())
                            .trace()
                            .streamsTo(connection.local().port())
                            .stream()
                            .map(TcpStream::toServer)
                            .filter(sent -> sent.holes().isEmpty() && sent.bytes() == connection.mark())
                            .findFirst()
                            .map(OwnWire::segments);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static List<Arrival> segments(Flow sent) {
        return sent.segments().stream()
                .filter(Segment::isFresh)
                .map(segment -> new Arrival(segment.timeNs(), (int) segment.offset(), segment.length()))
                .toList();
    }
}
