package org.wiregrade.intake;

import java.io.IOException;

/** Says in one sentence for the student why an archive is not unpacked. */
final class RefusedArchive extends IOException {
    private static final long serialVersionUID = 1L;

    RefusedArchive(String sentence) {
        super(sentence);
    }
}
