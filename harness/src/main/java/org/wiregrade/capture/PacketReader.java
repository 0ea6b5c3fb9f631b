package org.wiregrade.capture;

/** Steps through a capture file's packets in their order; one format each. */
interface PacketReader {
    /** Fills the batch with the next packets; returns false when none were left. */
    boolean fill(PacketBatch batch);

    /** How many packets the file says were lost while capturing, as far as walked. */
    long dropped();

    /** The smallest limit on a packet's captured bytes that the file declares; 0 where it declares none. */
    long snapLength();
}
