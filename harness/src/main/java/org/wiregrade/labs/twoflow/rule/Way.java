package org.wiregrade.labs.twoflow.rule;

/**
 * One way through a relay: what one client sent on a flow, and what came on that flow to the other.
 *
 * @param due how many of the sent bytes must have come; those sent just before a capture ended may not be in it
 */
public record Way(LabFlow flow, String receiver, Arrivals sent, Arrivals came, int due) {
    /** {@code what client 1 sends on the chat flow}. */
    public String words() {
        return TwoFlowWords.say("way", sent.sender(), flow.words());
    }

    /** Whether the other is the way back on the same flow. */
    boolean isBack(Way other) {
        return flow == other.flow && receiver.equals(other.sent.sender());
    }
}
