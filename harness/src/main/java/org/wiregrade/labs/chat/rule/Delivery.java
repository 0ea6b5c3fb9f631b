package org.wiregrade.labs.chat.rule;

import org.wiregrade.labs.evidence.Quote;

/**
 * What became of a message at one client.
 *
 * @param due whether it had to arrive there, for sure
 * @param where what brought it, or what may be meant for it
 * @param delayNs how long after it was said it came; 0 where that was not measured
 * @param seen what came, from the line's start; empty where nothing did
 */
public record Delivery(
        Message message, Client to, Outcome outcome, boolean due, Place where, long delayNs, String seen) {
    /** How it arrived. */
    public enum Outcome {
        /** Behind {@code [ip:port] } of the one who said it. */
        PREFIXED,
        /** The text, but not behind that. */
        OTHERWISE,
        /** In other letters. */
        CHANGED,
        MISSING,
        /** Once more, or back to the one who said it. */
        SURPLUS
    }

    public boolean arrived() {
        return outcome == Outcome.PREFIXED || outcome == Outcome.OTHERWISE;
    }

    /** Whether the server owed it and failed. */
    public boolean isMissing() {
        return due && !arrived();
    }

    /** Whether it came back to the one who said it. */
    public boolean isEcho() {
        return to.equals(message.by());
    }

    String quoted() {
        return Quote.text(seen);
    }
}
