package org.wiregrade.labs.twoflow.wire;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.wiregrade.labs.evidence.Quote;
import org.wiregrade.labs.twoflow.rule.Arrivals;
import org.wiregrade.labs.twoflow.rule.Assignment;
import org.wiregrade.labs.twoflow.rule.LabFlow;
import org.wiregrade.labs.twoflow.rule.TwoFlowWords;
import org.wiregrade.wire.TcpStream;
import org.wiregrade.wire.Trace;

/** What connections a two-flow capture has to show, and which flow is on which port. */
public final class StreamRules {
    private static final int SHOWN = 6;

    private StreamRules() {}

    /** Two connections to each of the two ports, from their beginning. */
    public static String streams(Trace trace) {
        List<TcpStream> all = Arrays.stream(LabFlow.values())
                .flatMap(flow -> FlowLegs.streams(trace, flow.port()).stream())
                .toList();
        String expected = TwoFlowWords.say("streams.expected");
        if (all.isEmpty()) {
            throw trace.streams().isEmpty()
                    ? TwoFlowWords.failure(expected, "streams.none")
                    : TwoFlowWords.failure(expected, "streams.elsewhere", ports(trace));
        }
        for (LabFlow flow : LabFlow.values()) {
            if (count(trace, flow.port()) != Assignment.STREAMS_PER_PORT) {
                throw TwoFlowWords.failure(expected, mistake(all.size()), counts(trace));
            }
        }
        List<TcpStream> late =
                all.stream().filter(stream -> !stream.handshake()).toList();
        if (!late.isEmpty()) {
            TcpStream first = late.get(0);
            String number = Quote.count(late.size(), "stream");
            throw TwoFlowWords.failure(expected, "streams.late", number, first.index(), first.firstFrame());
        }
        return counts(trace) + ".";
    }

    /** How many connections to a port a capture shows. */
    public static int count(Trace trace, int port) {
        return FlowLegs.streams(trace, port).size();
    }

    private static String mistake(int streams) {
        int wanted = LabFlow.values().length * Assignment.STREAMS_PER_PORT;
        if (streams == wanted) {
            return "streams.ports";
        }
        return streams > wanted ? "streams.many" : "streams.few";
    }

    private static String counts(Trace trace) {
        return Arrays.stream(LabFlow.values())
                .map(flow -> Quote.count(count(trace, flow.port()), "stream") + " to port " + flow.port())
                .collect(Collectors.joining(" and "));
    }

    private static String ports(Trace trace) {
        return trace.streams().stream()
                .map(stream -> stream.server().port())
                .distinct()
                .sorted()
                .limit(SHOWN)
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
    }

    /** Chat rows on 9001 and VoIP rows on 9002. */
    public static void ports(TwoFlowTraffic traffic) {
        String expected = TwoFlowWords.say("ports.expected");
        boolean swapped = Arrays.stream(LabFlow.values())
                .allMatch(flow -> traffic.legs(flow)
                        .filter(legs -> traffic.looksLike(flow.other(), legs.sent()))
                        .isPresent());
        if (swapped) {
            String begins = begins(traffic.sent(LabFlow.CHAT), LabFlow.CHAT);
            throw TwoFlowWords.failure(expected, "ports.swapped", begins);
        }
        for (LabFlow flow : LabFlow.values()) {
            Arrivals sent = traffic.legs(flow)
                    .map(FlowLegs::sent)
                    .orElseThrow(() -> TwoFlowWords.failure(expected, "ports.silent", flow.port()));
            if (!traffic.looksLike(flow, sent)) {
                throw TwoFlowWords.failure(expected, "ports.other", flow.words(), flow.port(), begins(sent, flow));
            }
        }
    }

    private static String begins(Arrivals sent, LabFlow port) {
        int end = Math.min(
                sent.length(), 2 * Assignment.CHUNK + sent.list().get(0).length());
        return TwoFlowWords.say("ports.begins", sent.where().shows(0, end), sent.quote(0, end), port.port());
    }
}
