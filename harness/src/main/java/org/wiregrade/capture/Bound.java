package org.wiregrade.capture;

/** Where the datagram at hand ends at the latest, by the length of each protocol around it. */
final class Bound {
    int end;

    /** Forgets all lengths: how much of a packet was sent its frame alone does not say. */
    void open() {
        end = Integer.MAX_VALUE;
    }

    void narrow(int atMost) {
        end = Math.min(end, atMost);
    }
}
