package org.wiregrade.capture;

/** The TCP segments found in a batch of packets, as columns. */
final class TcpBatch {
    /** Marks a piece of a datagram that has to be joined before its segment is known. */
    static final int FRAGMENT = 1 << 16;
    /** Marks addresses of IPv6. */
    static final int SIX = 1 << 17;

    final int[] frame;
    final long[] timeNs;
    final int[] source;
    final long[] sourceHigh;
    final long[] sourceLow;
    final long[] targetHigh;
    final long[] targetLow;
    final int[] ports;
    final int[] sequence;
    final int[] acknowledgement;
    final int[] flags;
    final int[] window;
    final long[] payload;
    final int[] captured;
    final int[] sent;
    final int[] print;
    int count;

    TcpBatch(int capacity) {
        frame = new int[capacity];
        timeNs = new long[capacity];
        source = new int[capacity];
        sourceHigh = new long[capacity];
        sourceLow = new long[capacity];
        targetHigh = new long[capacity];
        targetLow = new long[capacity];
        ports = new int[capacity];
        sequence = new int[capacity];
        acknowledgement = new int[capacity];
        flags = new int[capacity];
        window = new int[capacity];
        payload = new long[capacity];
        captured = new int[capacity];
        sent = new int[capacity];
        print = new int[capacity];
    }

    /** Sets down a fragment: its place as the sequence, whether more follow as the acknowledgement. */
    void setFragment(int slot, Datagram datagram, long base) {
        setAddresses(slot, datagram);
        flags[slot] = FRAGMENT | (datagram.six ? SIX : 0);
        ports[slot] = 0;
        sequence[slot] = datagram.fragmentOffset;
        acknowledgement[slot] = datagram.moreFragments ? 1 : 0;
        payload[slot] = base + datagram.start;
        captured[slot] = datagram.end - datagram.start;
        sent[slot] = datagram.sentLength;
        print[slot] = datagram.identification;
    }

    void setAddresses(int slot, Datagram datagram) {
        sourceHigh[slot] = datagram.sourceHigh;
        sourceLow[slot] = datagram.sourceLow;
        targetHigh[slot] = datagram.targetHigh;
        targetLow[slot] = datagram.targetLow;
    }
}
