package org.wiregrade.labs.echo;

import java.time.Duration;

/** What is fair, and how much is tried: no number here is one that a student is asked for. */
final class EchoTolerances {
    /** How many clients speak in turn. */
    static final int CLIENTS = 3;

    /** How long anything may take that must come; a right server on a busy machine takes 0.2 s at most. */
    static final Duration PATIENCE = Duration.ofSeconds(5);

    /** The same once nothing came at all, so that a silent server is not waited for again and again. */
    static final Duration PATIENCE_LOST = Duration.ofSeconds(1);

    /** How long the end of a line may be under way behind its beginning, if another write sends it. */
    static final Duration LINE_END = Duration.ofSeconds(1);

    /** How long the harness keeps the client waiting for an answer, at least. */
    static final Duration ANSWER_AFTER = Duration.ofMillis(30);

    /** How far the client's time may be beside the harness's, in ms: a time in whole ms may be rounded either way. */
    static final double ROUNDING_MS = 1;

    private EchoTolerances() {}
}
