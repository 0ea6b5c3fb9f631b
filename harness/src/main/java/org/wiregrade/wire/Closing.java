package org.wiregrade.wire;

/** How a stream ended. */
public enum Closing {
    /** Both sides said that they were done. */
    FIN,
    /** One side aborted it. */
    RST,
    /** The capture does not show its end. */
    OPEN
}
