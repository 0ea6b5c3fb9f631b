package org.wiregrade.labs.twoflow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.wiregrade.labs.evidence.Quote;
import org.wiregrade.testbed.CheckFailure;
import org.wiregrade.wire.TcpStream;
import org.wiregrade.wire.Trace;

/** What connections a two-flow capture has to show, and which flow is on which port. */
final class StreamRules {
    private static final int SHOWN = 6;

    private StreamRules() {}

    /** Two connections to each of the two ports, from their beginning. */
    static String streams(Trace trace) {
        List<TcpStream> all = new ArrayList<>();
        Arrays.stream(LabFlow.values()).forEach(flow -> all.addAll(FlowLegs.streams(trace, flow.port())));
        String expected =
                "four TCP streams, two to port 9001 and two to port 9002, each with its handshake (SYN, SYN-ACK)";
        if (all.isEmpty()) {
            throw new CheckFailure(
                    expected,
                    trace.streams().isEmpty()
                            ? "the capture has no TCP stream at all"
                            : "none of them; the capture has streams to port " + ports(trace),
                    "Capture on the loopback interface (lo, lo0, or Npcap Loopback Adapter) with the filter"
                            + " tcp port 9001 or tcp port 9002, and start before the relay does.");
        }
        for (LabFlow flow : LabFlow.values()) {
            int count = FlowLegs.streams(trace, flow.port()).size();
            if (count != TwoFlowEvidenceLimits.STREAMS_PER_PORT) {
                throw new CheckFailure(expected, counts(trace), hint(all.size()));
            }
        }
        List<TcpStream> late =
                all.stream().filter(stream -> !stream.handshake()).toList();
        if (!late.isEmpty()) {
            throw new CheckFailure(
                    expected,
                    Quote.count(late.size(), "stream") + " without a handshake, the first is stream "
                            + late.get(0).index() + " (packet " + late.get(0).firstFrame() + ")",
                    "Start the capture before the clients connect; what came before it is not in the file.");
        }
        return counts(trace) + ".";
    }

    private static String hint(int streams) {
        int wanted = LabFlow.values().length * TwoFlowEvidenceLimits.STREAMS_PER_PORT;
        if (streams == wanted) {
            return "Chat belongs on 9001, VoIP on 9002, in the relay and in both clients.";
        }
        return streams > wanted
                ? "Capture one run: relay, client 1 and client 2, each started once."
                : "Both clients connect to both ports; start the capture before them.";
    }

    private static String counts(Trace trace) {
        return Arrays.stream(LabFlow.values())
                .map(flow ->
                        Quote.count(FlowLegs.streams(trace, flow.port()).size(), "stream") + " to port " + flow.port())
                .collect(Collectors.joining(" and "));
    }

    private static String ports(Trace trace) {
        Set<Integer> ports = trace.streams().stream()
                .map(stream -> stream.server().port())
                .collect(Collectors.toCollection(TreeSet::new));
        return ports.stream().limit(SHOWN).map(String::valueOf).collect(Collectors.joining(", "));
    }

    /** Chat rows on 9001 and VoIP rows on 9002. */
    static void ports(TwoFlowTraffic traffic) {
        String expected = "the chat flow on port 9001 and the VoIP flow on port 9002";
        boolean swapped = true;
        for (LabFlow flow : LabFlow.values()) {
            swapped &= traffic.legs(flow)
                    .map(legs -> traffic.looksLike(flow.other(), legs.sent()))
                    .orElse(false);
        }
        if (swapped) {
            Speech onChatPort = traffic.legs(LabFlow.CHAT).orElseThrow().sent();
            throw new CheckFailure(
                    expected,
                    "the two flows are on each other's ports: " + carries(onChatPort, LabFlow.CHAT),
                    "Chat belongs on 9001, VoIP on 9002, in the relay and in both clients.");
        }
        for (LabFlow flow : LabFlow.values()) {
            Speech sent = traffic.legs(flow)
                    .map(FlowLegs::sent)
                    .orElseThrow(() -> new CheckFailure(
                            expected,
                            "no client sends anything to port " + flow.port(),
                            "Let both clients run to their end while the capture runs."));
            if (!traffic.looksLike(flow, sent)) {
                throw new CheckFailure(
                        expected,
                        "no " + flow.words() + " row is sent to port " + flow.port() + ": " + carries(sent, flow),
                        "Hand in the CSV files of the captured run, and send the rows as the lab asks.");
            }
        }
    }

    private static String carries(Speech sent, LabFlow port) {
        int end = (int) Math.min(
                sent.length(),
                2L * TwoFlowEvidenceLimits.CHUNK + sent.segments().get(0).length());
        return "packet " + sent.frameAt(0) + " to port " + port.port() + " begins " + sent.quote(0, end);
    }
}
