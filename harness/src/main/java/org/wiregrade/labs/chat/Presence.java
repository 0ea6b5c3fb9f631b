package org.wiregrade.labs.chat;

import org.wiregrade.wire.Flow;
import org.wiregrade.wire.TcpStream;

/**
 * When one client was certainly, and when perhaps, known to the server; times in nanoseconds since the epoch.
 *
 * @param firstHeardNs when it was sent something first, by which time the server knew it
 * @param endNs when it left, or the capture ended
 */
record Presence(TcpStream stream, long startNs, long firstHeardNs, long endNs) {
    private static final long SETTLING_NS = ChatEvidenceLimits.SETTLING.toNanos();

    static Presence of(TcpStream stream, long captureEndNs) {
        Flow heard = stream.toClient();
        long first = heard.segments().isEmpty()
                ? Long.MAX_VALUE
                : heard.segments().get(0).timeNs();
        long end =
                Math.min(captureEndNs, Math.min(heard.endNs(), stream.toServer().endNs()));
        // without its handshake a stream was there before the capture was
        return new Presence(stream, stream.handshake() ? stream.startNs() : 0, first, end);
    }

    /** Whether what was said could reach this client at all. */
    boolean mayHear(Said said) {
        return said.timeNs() >= startNs && said.timeNs() <= endNs;
    }

    /** Whether a right server brings it here for sure: neither side was just coming or going. */
    boolean mustHear(Said said) {
        boolean known = firstHeardNs < said.timeNs() || said.timeNs() - startNs >= SETTLING_NS;
        Flow speech = said.stream().toServer();
        Flow answer = said.stream().toClient();
        long cutNs = Math.min(
                speech.reset() ? speech.endNs() : Long.MAX_VALUE, answer.reset() ? answer.endNs() : Long.MAX_VALUE);
        return known
                && endNs - said.timeNs() >= SETTLING_NS
                && cutNs - said.timeNs() >= SETTLING_NS
                && stream.toClient().bytes() <= ChatEvidenceLimits.JUDGED_BYTES;
    }
}
