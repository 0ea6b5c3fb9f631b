package org.wiregrade.capture;

import java.io.IOException;

/** Says, in one sentence for the student, why a file cannot be read as a capture at all. */
public final class UnreadableCapture extends IOException {
    private static final long serialVersionUID = 1L;

    UnreadableCapture(String message) {
        super(message);
    }
}
