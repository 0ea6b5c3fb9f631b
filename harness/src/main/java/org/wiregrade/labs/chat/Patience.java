package org.wiregrade.labs.chat;

import java.time.Duration;

/** How long this submission is waited for: generously until something did not come at all, then briefly. */
final class Patience {
    private boolean lost;

    Duration limit() {
        return lost ? ChatLab.PATIENCE_LOST : ChatLab.PATIENCE;
    }

    void lose() {
        lost = true;
    }
}
