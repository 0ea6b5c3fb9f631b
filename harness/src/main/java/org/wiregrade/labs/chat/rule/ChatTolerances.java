package org.wiregrade.labs.chat.rule;

import java.time.Duration;

/** What was measured to be fair, and how much is tried: no number here is one that a student is asked for. */
public final class ChatTolerances {
    /** How many clients talk in turn: one more than are needed to tell the first, the last and the others apart. */
    public static final int CIRCLE = 4;

    /** How long anything may take that must come; the longest seen of a right server on a busy machine: 0.2 s. */
    public static final Duration PATIENCE = Duration.ofSeconds(5);

    /** The same once something did not come at all, so that a wrong server is not waited for again and again. */
    public static final Duration PATIENCE_LOST = Duration.ofSeconds(1);

    /** How long the first clients wait to be logged before they speak; whether they are is not asked by that. */
    public static final Duration ACCEPTED = Duration.ofMillis(300);

    /** How long a client that was kept waiting may take to be served once the one before it has left. */
    public static final Duration NEXT_SERVED = Duration.ofSeconds(1);

    /** How long a server whose connections have closed may take to end, so that this is said of it. */
    public static final Duration EXIT_SEEN = Duration.ofMillis(300);

    /** How long a client says nothing where the program sets a limit to that. */
    public static final Duration SILENCE = Duration.ofMillis(5500);

    /** How many clients say something and close their connection at once. */
    public static final int LAST_WORDS = 10;

    /** How many messages of a client that is gone are still to be handled when others speak. */
    public static final int LEFT_BEHIND = 60;

    /** How long an echo may be under way behind its proof, in a server that hands messages to other threads. */
    public static final Duration GRACE = Duration.ofMillis(30);

    /** After this time the sender says something more, behind which a message that was lost cannot come any more. */
    public static final Duration PROMPT = Duration.ofMillis(60);

    /** How long new clients are given between two greetings, at first and at most. */
    public static final Duration FIRST_PROBE = Duration.ofMillis(2);

    public static final Duration LONGEST_PROBE = Duration.ofMillis(50);

    /** How many messages one client sends without waiting, and the pause between two in ns. */
    public static final int BURST = 100;

    public static final long BURST_PAUSE_NS = 100_000;

    /** How many clients reset their connections, one after each so many messages of another. */
    public static final int LEAVERS = 10;

    public static final int PER_LEAVER = 10;

    /** The length of the long message in bytes. */
    public static final int LONG_MESSAGE = 5000;

    /** More lines than any server prints for the few messages of the first talk. */
    public static final int ENDLESS_LINES = 5000;

    /** The load test: this many clients each send this many messages at once. */
    public static final int LOAD_CLIENTS = 20;

    public static final int LOAD_MESSAGES = 50;

    /** So many of them at least are sent in one write, and fewer than twice as many. */
    public static final int FEWEST_JOINED = 8;

    /** Whenever the number of messages that each has sent is a multiple of this, somebody comes and goes. */
    public static final int PER_PASSER = 2;

    /** Its other part: this many of the clients each send this many messages that fill the server's buffer. */
    public static final int FULL_SPEAKERS = 6;

    public static final int FULL_MESSAGES = 40;

    /** How long nothing may come in the load test until what is missing counts as lost. */
    public static final Duration LOAD_QUIET = Duration.ofSeconds(2);

    /** How long the harness keeps the client waiting for an answer, at least. */
    public static final Duration ANSWER_AFTER = Duration.ofMillis(30);

    /** How far the client's time may be beside the harness's, in ms: a time in whole ms may be rounded either way. */
    public static final double ROUNDING_MS = 1;

    /**
     * How long after its handshake a client may still be unknown to the server, and how long before its end it may
     * already be gone; what is said in that time may reach it or not. Measured: up to 200 ms on a loaded machine.
     */
    public static final Duration SETTLING = Duration.ofMillis(250);

    /** When a message is handed on at the earliest and at the latest, so that it was by a server and in one run, in ns. */
    public static final long EARLIEST_NS = -Duration.ofSeconds(1).toNanos();

    public static final long LATEST_NS = Duration.ofMinutes(1).toNanos();

    /** How much later than another a message may be logged that was sent before it, so that nobody has to look, in ns. */
    public static final long LOGGED_LATE_NS = Duration.ofMillis(500).toNanos();

    /** How much earlier a copy may be captured than what it is a copy of, where two interfaces have clocks of their own. */
    public static final Duration CLOCK_SLACK = Duration.ofMillis(50);

    /** How much is judged, so that a capture made to be endless is not: bytes of one direction, streams, messages. */
    public static final int JUDGED_BYTES = 1 << 20;

    public static final int JUDGED_STREAMS = 64;
    public static final int JUDGED_MESSAGES = 2_000;

    private ChatTolerances() {}
}
