package org.wiregrade.capture;

import java.util.List;
import org.wiregrade.wire.Trace;

/**
 * What a capture file holds.
 *
 * @param format {@code pcapng} or {@code pcap}, with {@code .gz}, {@code .zst} or {@code .lz4} behind it where the file was packed
 * @param linkTypes names of the link types that packets were captured on, such as {@code ETHERNET}
 * @param packets all packets, also those that are not TCP
 * @param dropped packets that the capturing program says it lost
 * @param problems what is wrong with the file; what could be read in spite of it is here
 */
public record Capture(
        String format,
        List<String> linkTypes,
        long packets,
        long tcpPackets,
        long dropped,
        List<CaptureProblem> problems,
        Trace trace) {
    public Capture {
        linkTypes = List.copyOf(linkTypes);
        problems = List.copyOf(problems);
    }

    Capture with(List<CaptureProblem> found) {
        return new Capture(format, linkTypes, packets, tcpPackets, dropped, found, trace);
    }
}
