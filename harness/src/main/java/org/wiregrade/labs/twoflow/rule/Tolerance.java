package org.wiregrade.labs.twoflow.rule;

import java.time.Duration;

/**
 * What was measured to be fair, by how a run was seen.
 *
 * <p>A right sender (100 chunks, sleeps of 50 ms) left gaps of 50.1 to 64.8 ms on an idle machine and of 50.1 to 128 ms under
 * six busy loops on two cores, never less; behind a relay they were 24 to 152 ms, and now and then two chunks were joined.
 */
public enum Tolerance {
    /** By the harness's own reads, which on a busy machine are late: then they are joined, but never cut. */
    LIVE,
    /** By reads that the harness knows to have been late: that something came together then says nothing of how it was sent. */
    LATE,
    /** By the packets of the run's own wire. */
    RECORDED,
    /** By a capture that was handed in. */
    CAPTURED;

    /** How long anything may take that must come; the longest seen of a right program on a busy machine: 0.2 s. */
    public static final Duration PATIENCE = Duration.ofSeconds(5);

    /** How long nothing may come of something that is under way, until what is missing counts as lost. */
    public static final Duration QUIET = Duration.ofSeconds(3);

    /** After this time the harness sends more, which pushes out what a relay holds back. */
    public static final Duration PROMPT = Duration.ofMillis(300);

    /** How long a relay may take to notice that a client is lost, where it says so. */
    public static final Duration NOTICED = Duration.ofSeconds(2);

    /** How long a program may take to connect; a JVM's start took at most 0.6 s. */
    public static final Duration CONNECTED = Duration.ofSeconds(10);

    /** A pause on the chat flow that lies between two rows; the lab's own is 300 ms. */
    static final long BETWEEN_ROWS_NS = 200_000_000;

    /** How long after the last connection a relay may still hand on what had come before; 152 ms were seen. */
    public static final long SETTLING_NS = 250_000_000;

    /** In how many segments a chat row may come: one write is one, unless the system cuts it. */
    static final int CHAT_ROW_SEGMENTS = 3;

    /** The least share of the sender's segments that begin one behind the relay too; 69 to 72 % did so under load. */
    static final double RELAYED_BORDERS = 0.5;

    /** The least share of newlines in an arrival of their own. */
    static final double LONE_NEWLINES = 0.5;

    /** How much of one direction is judged, in bytes. */
    public static final int JUDGED_BYTES = 4 << 20;

    /** What an arrival is called. */
    String noun() {
        return isByReads() ? "read" : "segment";
    }

    private boolean isByReads() {
        return this == LIVE || this == LATE;
    }

    /** Whether what came together was sent together, or nearly so, and whether pauses that seem short were short. */
    boolean tellsJoined() {
        return this != LATE;
    }

    /** A row that takes less than this part of its pauses came at once; packets show each write, however soon. */
    double atOnce() {
        return this == LIVE ? 0.3 : 0;
    }

    /** The least share of chunks' borders at which an arrival begins; at the others two chunks were joined on their way. */
    double seenBorders() {
        return 0.7;
    }

    /** Whether chunks of the right size may be joined more often, because they were read late. */
    boolean joinsByItself() {
        return isByReads();
    }

    /** The largest number of arrivals that may begin where no chunk does, as a share of the chunks. */
    double foreignBorders() {
        return isByReads() ? 0.03 : 0.05;
    }

    /** The least median gap in ms: a read that is late makes the next gap seem shorter by as much, a packet never is early. */
    int leastMedianMs() {
        return this == LIVE ? 40 : 45;
    }

    /** The largest median gap, as a multiple of what a pause of that length takes on the machine meanwhile. */
    double largestMedian() {
        return this == LATE ? 1.9 : 1.6;
    }

    /** A gap of less, in ms, is none: a read may be very late; Windows counts its sleeps in steps of 15.6 ms. */
    int leastGapMs() {
        return this == LIVE ? 10 : 45;
    }

    /** The largest share of gaps that may be less. */
    double smallGaps() {
        return this == LIVE ? 0.25 : 0.1;
    }

    /** The least pause between two rows, in ms; with reads it is the longest that counts, as there are only four. */
    int leastRowPauseMs() {
        return this == LIVE ? 70 : 90;
    }

    /** Which of the sorted pauses between rows is judged: the last of all, or the middle one. */
    double rowPauseRank() {
        return this == LIVE ? 1 : 0.5;
    }

    /** The least part of its pauses that something takes: with reads all rows in one, of which only the first may be late. */
    double leastSpan() {
        return this == LIVE ? 0.85 : 0.9;
    }

    /** Whether each row by itself has to take its time. */
    boolean spansByRow() {
        return this != LIVE;
    }
}
