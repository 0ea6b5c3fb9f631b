package org.wiregrade.labs.twoflow.live;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.wiregrade.labs.twoflow.rule.Arrivals;
import org.wiregrade.labs.twoflow.rule.LabFlow;
import org.wiregrade.labs.twoflow.rule.Way;
import org.wiregrade.testbed.Arrival;
import org.wiregrade.testbed.TcpConnection;

/** One way through a relay: what a client of the harness sends on a flow, and what comes to the other client. */
public final class Direction {
    private final LabFlow flow;
    private final int sender;
    private final TcpConnection from;
    private final TcpConnection to;
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();

    /** The way on a flow from client 1 or 2 to the other. */
    Direction(LabFlow flow, int sender, TcpConnection from, TcpConnection to) {
        this.flow = flow;
        this.sender = sender;
        this.from = from;
        this.to = to;
    }

    public LabFlow flow() {
        return flow;
    }

    /** As the relay's log names it behind its flow, such as {@code C1->C2}. */
    String label() {
        return "C" + sender + "->C" + (3 - sender);
    }

    public String sender() {
        return "client " + sender;
    }

    public String receiver() {
        return "client " + (3 - sender);
    }

    public TcpConnection from() {
        return from;
    }

    public TcpConnection to() {
        return to;
    }

    /** Sends bytes in one write; what the relay no longer accepts is missed at the other end. */
    void send(byte[] bytes) {
        sent.writeBytes(bytes);
        from.send(bytes);
    }

    /** How much was sent so far, in bytes. */
    int sent() {
        return sent.size();
    }

    /** What was sent and what came so far. */
    public Way way() {
        byte[] all = sent.toByteArray();
        return new Way(
                flow,
                receiver(),
                Arrivals.live(sender(), all, List.of(new Arrival(0, 0, all.length))),
                Arrivals.live(receiver(), to.bytes(0), to.arrivals()),
                all.length);
    }
}
