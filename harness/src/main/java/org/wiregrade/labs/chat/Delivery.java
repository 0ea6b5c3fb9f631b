package org.wiregrade.labs.chat;

import org.wiregrade.wire.TcpStream;

/**
 * What became of one thing said, at one other client.
 *
 * @param due whether it had to arrive there, for sure
 * @param frame the packet that brought it, or what may be meant for it; 0 where there is none
 * @param seen what stands in that packet, from the line's start; empty where there is none
 */
record Delivery(Said said, TcpStream to, Outcome outcome, boolean due, int frame, String seen) {
    /** How it arrived. */
    enum Outcome {
        /** Behind {@code [ip:port] } of the one who said it. */
        PREFIXED,
        /** The text, but not behind that. */
        OTHERWISE,
        /** In other letters. */
        CHANGED,
        MISSING
    }

    boolean arrived() {
        return outcome == Outcome.PREFIXED || outcome == Outcome.OTHERWISE;
    }

    /** Whether the server owed it and failed. */
    boolean isLost() {
        return due && !arrived();
    }
}
