package org.wiregrade.labs.chat.live;

import java.time.Duration;
import org.wiregrade.labs.chat.rule.ChatTolerances;

/** How long this submission is waited for: generously until something did not come at all, then briefly. */
public final class Patience {
    private boolean lost;

    public Duration limit() {
        return lost ? ChatTolerances.PATIENCE_LOST : ChatTolerances.PATIENCE;
    }

    public void lose() {
        lost = true;
    }

    /** Forgets what was lost, where all of it is asked for again. */
    void regain() {
        lost = false;
    }
}
