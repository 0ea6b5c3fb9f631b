package org.wiregrade.sandbox.loopback;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * One message between the harness and a gateway.
 *
 * @param number of the request, which an answer repeats and which names the connection or listener that it made
 * @param subject the connection or listener that it is about, by the number of the request that made it
 * @param argument a port, a time in ns or ms, or a count, as the kind says
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Frame(Kind kind, int number, int subject, long argument, byte[] body) {
    /** No body is longer. */
    static final int LONGEST_BODY = 1 << 17;

    enum Kind {
        /** Asks for a connection; the argument is the port. Answered by DONE with the port of this end. */
        CONNECT,
        /** Asks for a listener. Answered by DONE with its port. */
        LISTEN,
        /** Asks a listener for its next connection; the argument is the limit in ms. Answered by DONE: port, or 0 for none. */
        ACCEPT,
        /** Answered by DONE when the system has taken all of the body. */
        SEND,
        /** Ends the sending. Answered by DONE. */
        FINISH,
        /** Leaves with a RST. Answered by DONE. */
        RESET,
        /** Closes a connection or a listener. Answered by DONE. */
        CLOSE,
        /** Says how many bytes of a connection the harness has taken. Not answered. */
        TAKEN,
        /** Whether a port, the argument, has a listener. Answered by DONE: 1 or 0. */
        HAS_LISTENER,
        /** Answered by DONE with a port that was free. */
        FREE_PORT,
        /** Answered by DONE with the gateway's time in ns. */
        CLOCK,
        /** Answers a request; the argument is the answer. */
        DONE,
        /** Answers a request that failed; the argument is a {@link Refusal}'s code, the body its words. */
        REFUSED,
        /** Says what came on a connection: the argument is the gateway's time in ns; no bytes say that the sending ended. */
        CAME,
        /** Says that a connection was lost; the body is the reason. */
        LOST
    }

    private static final Kind[] KINDS = Kind.values();

    static Frame of(Kind kind, int number, int subject, long argument) {
        return new Frame(kind, number, subject, argument, new byte[0]);
    }

    static Frame read(DataInputStream in) throws IOException {
        int kind = in.readUnsignedByte();
        int number = in.readInt();
        int subject = in.readInt();
        long argument = in.readLong();
        int length = in.readInt();
        if (kind >= KINDS.length || length < 0 || length > LONGEST_BODY) {
            throw new IOException("not a gateway's frame: kind " + kind + ", " + length + " bytes");
        }
        byte[] body = new byte[length];
        in.readFully(body);
        return new Frame(KINDS[kind], number, subject, argument, body);
    }

    @SuppressWarnings("EnumOrdinal") // both ends are of one build
    void write(DataOutputStream out) throws IOException {
        out.writeByte(kind.ordinal());
        out.writeInt(number);
        out.writeInt(subject);
        out.writeLong(argument);
        out.writeInt(body.length);
        out.write(body);
        out.flush();
    }
}
