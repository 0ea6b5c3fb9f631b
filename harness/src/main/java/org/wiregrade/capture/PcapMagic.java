package org.wiregrade.capture;

/** The kinds of classic pcap files, told apart by their first four bytes. */
enum PcapMagic {
    MICROSECONDS(0xa1b2c3d4, 16, 1000, 0),
    NANOSECONDS(0xa1b23c4d, 16, 1, 0),
    /** Records with an interface and a protocol, by an old patch to libpcap. */
    PATCHED(0xa1b2cd34, 24, 1000, 0),
    /** Ixia's hardware and software captures, with a length behind the file header. */
    IXIA_HARDWARE(0x1c0001ac, 16, 1, 4),
    IXIA_SOFTWARE(0x1c0001ab, 16, 1000, 4);

    private final int value;
    private final int recordHeader;
    private final int fractionNs;
    private final int extraFileHeader;

    PcapMagic(int value, int recordHeader, int fractionNs, int extraFileHeader) {
        this.value = value;
        this.recordHeader = recordHeader;
        this.fractionNs = fractionNs;
        this.extraFileHeader = extraFileHeader;
    }

    /** The kind with this magic number, or null. */
    static PcapMagic of(int wanted) {
        for (PcapMagic magic : values()) {
            if (magic.value == wanted) {
                return magic;
            }
        }
        return null;
    }

    int recordHeader() {
        return recordHeader;
    }

    int fractionNs() {
        return fractionNs;
    }

    int extraFileHeader() {
        return extraFileHeader;
    }
}
