package org.wiregrade.capture;

import org.wiregrade.wire.Closing;
import org.wiregrade.wire.Endpoint;
import org.wiregrade.wire.Flow;
import org.wiregrade.wire.TcpStream;

/** One TCP stream while the capture is read; side 0 sent its first packet, or the first that was quoted. */
final class Conversation {
    private final int index;
    private final long[] high;
    private final long[] low;
    private final int[] port;
    private final boolean six;
    private final FlowBuilder[] flows = {new FlowBuilder(), new FlowBuilder()};
    private final boolean[] baseKnown = new boolean[2];
    private final int[] base = new int[2];
    private final boolean[] synSent = new boolean[2];
    private final boolean[] synAckSent = new boolean[2];
    private int firstFrame;
    private int lastFrame;
    private long earliest = Long.MAX_VALUE;
    private long latest = Long.MIN_VALUE;
    private Closing closing = Closing.OPEN;

    Conversation(int index, TcpBatch batch, int i) {
        this.index = index;
        high = new long[] {batch.sourceHigh[i], batch.targetHigh[i]};
        low = new long[] {batch.sourceLow[i], batch.targetLow[i]};
        port = new int[] {batch.ports[i] >>> 16, batch.ports[i] & 0xffff};
        six = batch.is(i, TcpBatch.SIX);
    }

    /** Whether anything of the stream was captured that is more than a quotation. */
    boolean hasPackets() {
        return firstFrame != 0;
    }

    /** The sending side, 0 or 1, if the segment is between these two endpoints; else −1. */
    int side(TcpBatch batch, int i) {
        int source = batch.ports[i] >>> 16;
        int target = batch.ports[i] & 0xffff;
        if (six != batch.is(i, TcpBatch.SIX)) {
            return -1;
        }
        if (is(0, source, batch.sourceHigh[i], batch.sourceLow[i])
                && is(1, target, batch.targetHigh[i], batch.targetLow[i])) {
            return 0;
        }
        return is(1, source, batch.sourceHigh[i], batch.sourceLow[i])
                        && is(0, target, batch.targetHigh[i], batch.targetLow[i])
                ? 1
                : -1;
    }

    private boolean is(int side, int wantedPort, long wantedHigh, long wantedLow) {
        return port[side] == wantedPort && low[side] == wantedLow && high[side] == wantedHigh;
    }

    /** Whether a segment begins another connection between the same endpoints, by Wireshark's rule. */
    boolean isOver(TcpBatch batch, int i, int side) {
        return (batch.flags[i] & (TcpFlag.SYN | TcpFlag.ACK)) == TcpFlag.SYN
                && baseKnown[side]
                && base[side] != batch.sequence[i];
    }

    void add(TcpBatch batch, int i, int side) {
        int flags = batch.flags[i];
        boolean syn = (flags & TcpFlag.SYN) != 0;
        boolean ack = (flags & TcpFlag.ACK) != 0;
        int other = 1 - side;
        if (!baseKnown[side]) {
            baseKnown[side] = true;
            base[side] = syn ? batch.sequence[i] : batch.sequence[i] - 1;
        }
        if (!baseKnown[other] && ack) {
            baseKnown[other] = true;
            base[other] = batch.acknowledgement[i] - 1;
        }
        synSent[side] |= syn && !ack;
        synAckSent[side] |= syn && ack;
        firstFrame = firstFrame == 0 ? batch.frame[i] : firstFrame;
        lastFrame = Math.max(lastFrame, batch.frame[i]);
        earliest = Math.min(earliest, batch.timeNs[i]);
        latest = Math.max(latest, batch.timeNs[i]);
        flows[side].add(batch, i, flows[other]);
        if (closing == Closing.OPEN) {
            closing = flows[side].reset ? Closing.RST : flows[0].fin && flows[1].fin ? Closing.FIN : Closing.OPEN;
        }
    }

    int sentPayloads() {
        return flows[0].sentPayloads + flows[1].sentPayloads;
    }

    int cutPayloads() {
        return flows[0].cutPayloads + flows[1].cutPayloads;
    }

    TcpStream finish(CaptureBytes bytes) {
        int client = clientSide();
        Endpoint[] ends = {endpoint(0), endpoint(1)};
        Flow toServer = FinishedFlow.of(flows[client], ends[client], ends[1 - client], bytes);
        Flow toClient = FinishedFlow.of(flows[1 - client], ends[1 - client], ends[client], bytes);
        return new TcpStream(
                index,
                firstFrame,
                lastFrame,
                earliest,
                latest - earliest,
                closing,
                synSent[client] && synAckSent[1 - client],
                toServer,
                toClient);
    }

    private int clientSide() {
        for (int side = 0; side < 2; side++) {
            if ((synSent[side] && !synSent[1 - side]) || (synAckSent[1 - side] && !synAckSent[side])) {
                return side;
            }
        }
        return port[1] > port[0] ? 1 : 0;
    }

    private Endpoint endpoint(int side) {
        return new Endpoint(
                six ? AddressText.six(high[side], low[side]) : AddressText.four((int) low[side]), port[side]);
    }
}
