package org.wiregrade.labs.twoflow;

/** The numbers by which the two-flow lab's evidence is judged. */
final class TwoFlowEvidenceLimits {
    static final String CAPTURE = "two_flow_capture.pcapng";

    static final int STREAMS_PER_PORT = 2;

    /** Bytes of a VoIP chunk, and the pauses in ms behind a chunk and behind a row. */
    static final int CHUNK = 10;

    static final int CHUNK_PAUSE_MS = 50;
    static final int ROW_PAUSE_MS = 100;

    /** In how many segments a chat row may come. */
    static final int CHAT_ROW_SEGMENTS = 3;

    /** The least share of chunk borders at which a segment begins; at the others TCP joined two chunks. */
    static final double SEEN_BORDERS = 0.7;

    /** The largest share of segments that may begin where no chunk does. */
    static final double FOREIGN_BORDERS = 0.05;

    /** The least share of newlines that come in a segment of their own. */
    static final double LONE_NEWLINES = 0.5;

    /**
     * The least gap between two chunks on the sender's leg in ms, and the share of gaps that may be smaller. A sleep of
     * 50 ms was never seen to take less than 50.1; Windows counts in steps of 15.6.
     */
    static final int LEAST_GAP_MS = 45;

    static final double SMALL_GAPS = 0.1;

    /** The largest median gap in ms; single ones of a right sender on a busy machine reach 130. */
    static final int LARGEST_MEDIAN_MS = 80;

    /** The least part of its pauses that a row takes on the wire. */
    static final double LEAST_SPAN = 0.9;

    /** The least median pause between two rows in ms. */
    static final int LEAST_ROW_PAUSE_MS = 90;

    /** The least share of the sender's segments that begin a segment on the relay's leg as well, once all are connected. */
    static final double RELAYED_BORDERS = 0.5;

    /** A pause on the chat flow that lies between two rows, in ns; the lab's own is 300 ms. */
    static final long BETWEEN_ROWS_NS = 200_000_000;

    /** How long after the last connection a relay may still hand on what had come before, in ns. */
    static final long SETTLING_NS = 250_000_000;

    /** How much of one direction is judged, in bytes. */
    static final int JUDGED_BYTES = 4 << 20;

    private TwoFlowEvidenceLimits() {}
}
