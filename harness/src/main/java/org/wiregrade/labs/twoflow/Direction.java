package org.wiregrade.labs.twoflow;

import java.io.ByteArrayOutputStream;
import org.wiregrade.testbed.TcpConnection;

/** One way through a relay: what a client of the harness sends on a flow, and what comes to the other client. */
final class Direction {
    private final String label;
    private final TcpConnection from;
    private final TcpConnection to;
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();

    /** A direction as the relay's log names it, such as {@code CHAT C1->C2}. */
    Direction(String label, TcpConnection from, TcpConnection to) {
        this.label = label;
        this.from = from;
        this.to = to;
    }

    String label() {
        return label;
    }

    TcpConnection from() {
        return from;
    }

    TcpConnection to() {
        return to;
    }

    /** Sends bytes in one write; what the relay no longer accepts is missed at the other end. */
    void send(byte[] bytes) {
        sent.writeBytes(bytes);
        from.send(bytes);
    }

    /** All that was sent so far. */
    byte[] sent() {
        return sent.toByteArray();
    }

    /** The direction in a sentence, such as {@code what client 1 sends on the chat flow}. */
    String words() {
        return "what client " + label.charAt(label.indexOf("->") - 1) + " sends on the " + flow() + " flow";
    }

    /** The receiver in a sentence. */
    String receiver() {
        return "client " + label.charAt(label.length() - 1);
    }

    /** {@code chat} or {@code VoIP}. */
    String flow() {
        return label.startsWith("CHAT") ? "chat" : "VoIP";
    }
}
