package org.wiregrade.capture;

/** One capturing interface of a pcapng section, with its count of lost packets. */
final class PcapngInterface {
    private final int number;
    private final int linkType;
    private final long snapLength;
    private final ClockUnit clock;
    private long lostBetween;
    private long lostInAll;

    PcapngInterface(int number, int linkType, long snapLength, ClockUnit clock) {
        this.number = number;
        this.linkType = linkType;
        this.snapLength = snapLength;
        this.clock = clock;
    }

    /** Stands for one that the file uses but does not describe. */
    static PcapngInterface unknown() {
        return new PcapngInterface(-1, -1, 0, ClockUnit.MICROSECONDS);
    }

    int number() {
        return number;
    }

    int linkType() {
        return linkType;
    }

    /** 0 where there is no limit. */
    long snapLength() {
        return snapLength;
    }

    ClockUnit clock() {
        return clock;
    }

    void lostBetween(long packets) {
        lostBetween += packets;
    }

    void lostInAll(long packets) {
        lostInAll = Math.max(lostInAll, packets);
    }

    /** The larger of the two ways in which a file may count the same losses. */
    long lost() {
        return Math.max(lostBetween, lostInAll);
    }
}
