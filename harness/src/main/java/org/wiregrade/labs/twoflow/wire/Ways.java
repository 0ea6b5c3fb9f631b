package org.wiregrade.labs.twoflow.wire;

import java.util.StringJoiner;
import java.util.stream.Stream;
import org.wiregrade.labs.twoflow.rule.Arrivals;
import org.wiregrade.labs.twoflow.rule.LabFlow;
import org.wiregrade.labs.twoflow.rule.RelayRule;
import org.wiregrade.labs.twoflow.rule.TimeRule;
import org.wiregrade.labs.twoflow.rule.Tolerance;
import org.wiregrade.labs.twoflow.rule.Way;
import org.wiregrade.testbed.Arrival;
import org.wiregrade.wire.Closing;
import org.wiregrade.wire.TcpStream;

/** What the rules of a relay say to the ways through it that a capture shows. */
public final class Ways {
    private Ways() {}

    /** The way of a flow's rows, and the one back, in a capture that ends at a time. */
    static Stream<Way> of(FlowLegs legs, long endNs) {
        return Stream.of(
                way(legs, legs.sender(), legs.receiver(), endNs), way(legs, legs.receiver(), legs.sender(), endNs));
    }

    private static Way way(FlowLegs legs, TcpStream from, TcpStream to, long endNs) {
        Arrivals sent = Packets.arrivals(from.toServer());
        int due = to.closing() != Closing.OPEN
                ? sent.length()
                : sent.list().stream()
                        .filter(segment -> endNs - segment.timeNs() > Tolerance.SETTLING_NS)
                        .mapToInt(Arrival::end)
                        .max()
                        .orElse(0);
        return new Way(legs.flow(), to.client().toString(), sent, Packets.arrivals(to.toClient()), due);
    }

    /** What the sender of each flow gave the relay comes out on the other leg: the same bytes, as they came. */
    public static String check(TwoFlowTraffic traffic) {
        RelayRule rule = new RelayRule(traffic.ways());
        StringJoiner note = new StringJoiner("\n");
        for (LabFlow flow : LabFlow.values()) {
            FlowLegs legs = traffic.flow(flow);
            Way way = Ways.of(legs, traffic.endNs()).findFirst().orElseThrow();
            boolean lossy = traffic.isLossy(way.sent()) || traffic.isLossy(way.came());
            if (way.came().length() == 0) {
                throw rule.misdelivered(way, RelayRule.sample(way), "");
            }
            if (!lossy) {
                rule.requireSameBytes(way);
                rule.requireNowhereElse(way, RelayRule.sample(way));
                long connected =
                        Math.max(legs.sender().startNs(), legs.receiver().startNs());
                new TimeRule(way).require(connected + Tolerance.SETTLING_NS);
                rule.requireAtOnce(way, connected + Tolerance.SETTLING_NS);
            }
            note.add(flow.words() + ": " + way.came().length() + " of "
                    + way.sent().length() + " bytes handed on to " + way.receiver() + ".");
        }
        return note.toString();
    }
}
