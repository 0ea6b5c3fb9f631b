package org.wiregrade.capture;

/** The options at the end of a pcapng block; draft section 3.5. Options that do not fit end the list. */
record PcapngOptions(ReaderCursor file, long start, long end) {
    private static final int END_OF_OPTIONS = 0;
    private static final int INTERFACE_RESOLUTION = 9;
    private static final int INTERFACE_OFFSET = 14;
    private static final int PACKET_LOST = 4;
    private static final int DROPPED_BY_INTERFACE = 5;
    private static final int DROPPED_BY_SYSTEM = 7;

    ClockUnit clockUnit() {
        long resolution = find(INTERFACE_RESOLUTION, 1);
        long offset = find(INTERFACE_OFFSET, 8);
        int value = resolution < 0 ? 6 : file.u8(resolution);
        return new ClockUnit((value & 0x80) != 0, value & 0x7f, offset < 0 ? 0 : file.s64(offset));
    }

    long packetsLost() {
        return counter(PACKET_LOST);
    }

    long dropCounters() {
        return counter(DROPPED_BY_INTERFACE) + counter(DROPPED_BY_SYSTEM);
    }

    /** The value of a counter, 0 where it is absent or absurd. */
    private long counter(int code) {
        long at = find(code, 8);
        long value = at < 0 ? 0 : file.s64(at);
        return value < 0 || value > 1L << 40 ? 0 : value;
    }

    /** Where the value of an option with at least so many bytes begins, or −1. */
    private long find(int code, int atLeast) {
        long at = start;
        while (end - at >= 4 && file.u16(at) != END_OF_OPTIONS) {
            int length = file.u16(at + 2);
            if (length > end - at - 4) {
                return -1;
            }
            if (file.u16(at) == code && length >= atLeast) {
                return at + 4;
            }
            at += 4 + ((length + 3) & ~3);
        }
        return -1;
    }
}
