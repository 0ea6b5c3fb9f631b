package org.wiregrade.labs.chat;

import java.time.Duration;

/** The numbers by which the chat lab's evidence is judged. */
final class ChatEvidenceLimits {
    static final String OUTPUT = "tcp_multiclient_server_output.txt";
    static final String CAPTURE = "tcp_multiclient_chat_capture.pcapng";

    /** The port of the lab; a capture of another one is not of this lab. */
    static final int PORT = 3333;

    static final int STREAMS = 3;
    static final int SPEAKERS = 2;

    /** Logged messages, and how many clients they come from at least. */
    static final int LOGGED_MESSAGES = 5;

    static final int LOGGED_CLIENTS = 2;

    static final int FEWEST_SENTENCES = 5;
    static final int MOST_SENTENCES = 7;

    /**
     * How long after its handshake a client may still be unknown to the server, and how long before its end it may
     * already be gone; what is said in that time may reach it or not. Measured: up to 200 ms on a loaded machine.
     */
    static final Duration SETTLING = Duration.ofMillis(250);

    /** How much is judged, so that a capture made to be endless is not: bytes of one direction, streams, things said. */
    static final int JUDGED_BYTES = 1 << 20;

    static final int JUDGED_STREAMS = 64;
    static final int JUDGED_MESSAGES = 2_000;

    private ChatEvidenceLimits() {}
}
