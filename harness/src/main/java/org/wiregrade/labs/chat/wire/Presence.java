package org.wiregrade.labs.chat.wire;

import org.wiregrade.labs.chat.rule.ChatTolerances;
import org.wiregrade.labs.chat.rule.Message;
import org.wiregrade.wire.Flow;
import org.wiregrade.wire.TcpStream;

/**
 * When one client was certainly, and when perhaps, known to the server; times in nanoseconds since the epoch.
 *
 * @param firstReceivedNs when it was sent something first, by which time the server knew it
 * @param endNs when it left, or the capture ended
 * @param cutNs when its connection was aborted, so that what it had just said may not have been read
 */
record Presence(long startNs, long firstReceivedNs, long endNs, long cutNs, boolean judged) {
    private static final long SETTLING_NS = ChatTolerances.SETTLING.toNanos();

    static Presence of(TcpStream stream, long captureEndNs) {
        Flow said = stream.toServer();
        Flow received = stream.toClient();
        long first = received.segments().isEmpty()
                ? Long.MAX_VALUE
                : received.segments().get(0).timeNs();
        return new Presence(
                // without its handshake a stream was there before the capture was
                stream.handshake() ? stream.startNs() : 0,
                first,
                Math.min(captureEndNs, Math.min(received.endNs(), said.endNs())),
                Math.min(cutNs(said), cutNs(received)),
                received.bytes() <= ChatTolerances.JUDGED_BYTES);
    }

    private static long cutNs(Flow flow) {
        return flow.reset() ? flow.endNs() : Long.MAX_VALUE;
    }

    /** Whether a message could reach this client at all. */
    boolean mayGet(Message message) {
        return message.timeNs() >= startNs && message.timeNs() <= endNs;
    }

    /** Whether a right server brings it here for sure: neither side was just coming or going. */
    boolean mustGet(Message message, Presence speaker) {
        boolean known = firstReceivedNs < message.timeNs() || message.timeNs() - startNs >= SETTLING_NS;
        return known
                && endNs - message.timeNs() >= SETTLING_NS
                && speaker.cutNs() - message.timeNs() >= SETTLING_NS
                && judged;
    }
}
