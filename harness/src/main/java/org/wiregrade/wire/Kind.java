package org.wiregrade.wire;

/** What a segment with payload was, judged by the sequence numbers of its direction. */
public enum Kind {
    /** It brought bytes behind all that were known. */
    NEW,
    /** Its bytes were known already, and the sender sent them again. */
    RETRANSMISSION,
    /** The very same packet once more, as a capture on two interfaces shows it. */
    COPY,
    /** It brought bytes that belong before others already known. */
    OUT_OF_ORDER,
    /** One byte before the next expected one, sent to see whether the peer still answers. */
    KEEP_ALIVE,
    /** One byte sent into a window that the peer had closed. */
    ZERO_WINDOW_PROBE
}
