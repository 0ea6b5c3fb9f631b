package org.wiregrade.sandbox.loopback;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;

/** Which exception the system's answer was, so that the harness's end can throw the same. */
enum Refusal {
    NOBODY_LISTENS,
    NO_ANSWER,
    NO_PORT,
    OTHER;

    static Refusal of(IOException e) {
        if (e instanceof ConnectException) {
            return NOBODY_LISTENS;
        }
        if (e instanceof BindException) {
            return NO_PORT;
        }
        return e instanceof SocketTimeoutException ? NO_ANSWER : OTHER;
    }

    private static final Refusal[] ALL = values();

    @SuppressWarnings("EnumOrdinal") // both ends are of one build
    long code() {
        return ordinal();
    }

    static Refusal of(long code) {
        return ALL[(int) code];
    }

    IOException exception(String words) {
        return switch (this) {
            case NOBODY_LISTENS -> new ConnectException(words);
            case NO_ANSWER -> new SocketTimeoutException(words);
            case NO_PORT -> new BindException(words);
            case OTHER -> new IOException(words);
        };
    }
}
