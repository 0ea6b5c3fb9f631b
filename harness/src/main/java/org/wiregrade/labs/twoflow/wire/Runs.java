package org.wiregrade.labs.twoflow.wire;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.wiregrade.labs.twoflow.rule.Assignment;
import org.wiregrade.labs.twoflow.rule.LabFlow;
import org.wiregrade.wire.TcpStream;
import org.wiregrade.wire.Trace;

/** Which connections are those of one run, where a capture holds more: a start that failed, another run, a port that was tried. */
final class Runs {
    /** Of a port with more connections only the last are looked at. */
    private static final int MOST = 20;

    private Runs() {}

    /** The capture without connections to the lab's ports that are not of its fullest run; as it is where no run is whole. */
    static Trace fullest(Trace trace, ToIntFunction<LabFlow> ports) {
        List<TcpStream> chat = FlowLegs.streams(trace, ports.applyAsInt(LabFlow.CHAT));
        List<TcpStream> voip = FlowLegs.streams(trace, ports.applyAsInt(LabFlow.VOIP));
        if (chat.size() <= Assignment.STREAMS_PER_PORT && voip.size() <= Assignment.STREAMS_PER_PORT) {
            return trace;
        }
        List<List<TcpStream>> voipPairs = pairs(voip);
        Optional<List<TcpStream>> fullest = pairs(chat).stream()
                .flatMap(one -> voipPairs.stream().map(other -> together(one, other)))
                .filter(Runs::areAtOneTime)
                .max(Comparator.comparingLong(Runs::bytes));
        return fullest.map(run -> new Trace(trace.streams().stream()
                        .filter(stream -> run.contains(stream) || !(chat.contains(stream) || voip.contains(stream)))
                        .toList()))
                .orElse(trace);
    }

    private static List<List<TcpStream>> pairs(List<TcpStream> streams) {
        List<TcpStream> last = streams.subList(Math.max(0, streams.size() - MOST), streams.size());
        List<List<TcpStream>> pairs = new ArrayList<>();
        for (int i = 0; i < last.size(); i++) {
            for (int j = i + 1; j < last.size(); j++) {
                pairs.add(List.of(last.get(i), last.get(j)));
            }
        }
        return pairs;
    }

    private static List<TcpStream> together(List<TcpStream> one, List<TcpStream> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    /** Whether there was a moment at which all of them were open. */
    private static boolean areAtOneTime(List<TcpStream> streams) {
        long lastStart = streams.stream().mapToLong(TcpStream::startNs).max().orElse(0);
        return streams.stream().allMatch(stream -> stream.startNs() + stream.durationNs() >= lastStart);
    }

    private static long bytes(List<TcpStream> streams) {
        return streams.stream()
                .mapToLong(
                        stream -> stream.toServer().bytes() + stream.toClient().bytes())
                .sum();
    }
}
