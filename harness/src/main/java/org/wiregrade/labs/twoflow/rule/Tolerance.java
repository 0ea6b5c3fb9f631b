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
    /** By the packets in which it came to the harness: each is there when it was written, and none but by Nagle is joined. */
    SENT,
    /** By the packets of a run of all programs, behind the relay and in front of it. */
    RECORDED,
    /** By a capture that was handed in. */
    CAPTURED;

    /** How long anything may take that must come; the longest seen of a right program on a busy machine: 0.2 s. */
    public static final Duration PATIENCE = Duration.ofSeconds(5);

    /** How long a program may take to end behind its last words; an engine beside many others told so after 5 s. */
    public static final Duration EXIT = Duration.ofSeconds(20);

    /** How long nothing may come of something that is under way, until what is missing counts as lost. */
    public static final Duration QUIET = Duration.ofSeconds(3);

    /** How much earlier a byte may be captured behind the relay than in front of it, and how much later, in ns. */
    public static final long EARLIEST_NS = Duration.ofSeconds(1).toNanos();

    public static final long LATEST_NS = Duration.ofMinutes(1).toNanos();

    /** A relay that hands on at once did so within 1 ms, and on a busy machine at least one time of many within this. */
    public static final Duration AT_ONCE = Duration.ofMillis(25);

    /** For how long, and how often at least, a relay is tried that has not handed on anything at once yet. */
    public static final Duration AT_ONCE_TRIED = Duration.ofSeconds(4);

    public static final int AT_ONCE_TRIES = 3;

    /** How long a sender says nothing where the relay sets a limit to that. */
    public static final Duration SILENCE = Duration.ofMillis(5500);

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

    private boolean isLive() {
        return this == LIVE || this == SENT;
    }

    private boolean isByReads() {
        return this == LIVE || this == LATE;
    }

    /** Whether what came together was sent together, or nearly so, and whether pauses that seem short were short. */
    boolean tellsJoined() {
        return this != LATE;
    }

    /** In how many arrivals a chat row may come: one write on this machine is one; elsewhere the system may cut it. */
    int chatRowSegments() {
        return this == CAPTURED ? 3 : 1;
    }

    /** Whether two chat rows that came together were sent together: there are 300 ms between them, which no read is late by. */
    boolean tellsTogether() {
        return isLive() || this == RECORDED;
    }

    /** In which share of the rows the same place must be joined, or without a pause, to be the sender's doing. */
    double samePlace() {
        return this == SENT ? 0.6 : 1;
    }

    /** Between two chunks less than this, in ms, at the same place of each row, is no pause. */
    int leastPauseMs() {
        return Math.min(25, leastGapMs());
    }

    /** The longest of the shortest pauses behind a row, as a multiple of what is asked; a busy machine delays some of them. */
    double longestRowPause() {
        return 2.5;
    }

    /** A row that takes less than this part of its pauses came at once; packets show each write, however soon. */
    double atOnce() {
        return isLive() ? 0.3 : 0;
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
        return isLive() ? 40 : 45;
    }

    /** The largest median gap, as a multiple of what a pause of that length takes on the machine meanwhile. */
    double largestMedian() {
        return this == LATE ? 1.9 : 1.6;
    }

    /** A gap of less, in ms, is none: a read may be very late; Windows counts its sleeps in steps of 15.6 ms. */
    int leastGapMs() {
        return isLive() ? 10 : 45;
    }

    /** The largest share of gaps that may be less. */
    double smallGaps() {
        return isLive() ? 0.25 : 0.1;
    }

    /** The least pause between two rows, in ms; with reads it is the longest that counts, as there are only four. */
    int leastRowPauseMs() {
        return isLive() ? 70 : 90;
    }

    /** Which of the sorted pauses between rows is judged: the last of all, or the middle one. */
    double rowPauseRank() {
        return isLive() ? 1 : 0.5;
    }

    /** The least part of its pauses that something takes: with reads all rows in one, of which only the first may be late. */
    double leastSpan() {
        return isLive() ? 0.85 : 0.9;
    }

    /** Whether each row by itself has to take its time. */
    boolean spansByRow() {
        return !isLive();
    }
}
