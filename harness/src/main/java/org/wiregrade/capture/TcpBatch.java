package org.wiregrade.capture;

/** The TCP segments found in a batch of packets, as columns. */
final class TcpBatch {
    /** Marks a piece of a datagram that has to be joined before its segment is known. */
    static final int FRAGMENT = 1 << 16;
    /** Marks addresses of IPv6. */
    static final int SIX = 1 << 17;
    /** Marks a segment that an ICMP error quotes. */
    static final int QUOTED = 1 << 18;

    /** Nobody can make up a capture whose endpoints all fall together. */
    private static final long SEED = System.nanoTime() * 0x9E3779B97F4A7C15L;

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
    final int[] hash;
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
        hash = new int[capacity];
    }

    static int marks(Datagram datagram) {
        return (datagram.six ? SIX : 0) | (datagram.quoted ? QUOTED : 0);
    }

    boolean is(int slot, int mark) {
        return (flags[slot] & mark) != 0;
    }

    /** Sets down a fragment: its place as the sequence, whether more follow as the acknowledgement, its protocol as the ports. */
    void setFragment(int slot, Datagram datagram, long base) {
        setAddresses(slot, datagram);
        flags[slot] = FRAGMENT | marks(datagram);
        ports[slot] = datagram.protocol;
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

    /** Sets down the ports, and a hash of both endpoints that is the same for both directions. */
    void setPorts(int slot, int source, int target) {
        ports[slot] = source << 16 | target;
        long sum = mix(sourceHigh[slot] * 31 + sourceLow[slot], source)
                + mix(targetHigh[slot] * 31 + targetLow[slot], target);
        hash[slot] = (int) (sum ^ (sum >>> 32));
    }

    private static long mix(long address, int port) {
        long value = ((address << 16) ^ (address >>> 48) ^ port ^ SEED) * 0x9E3779B97F4A7C15L;
        return (value ^ (value >>> 29)) * 0xBF58476D1CE4E5B9L;
    }
}
