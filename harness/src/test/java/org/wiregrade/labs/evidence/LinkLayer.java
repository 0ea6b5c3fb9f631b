package org.wiregrade.labs.evidence;

import java.nio.ByteBuffer;

/** What stands before the IP packet in a frame, by what a capture was taken on. */
public enum LinkLayer {
    /** Linux {@code lo}. */
    ETHERNET(1, 14),
    /** The loopback of macOS and of Windows with Npcap. */
    NULL(0, 4),
    /** Tunnels, and Windows loopback by some tools. */
    RAW(101, 0),
    /** Linux {@code any}, as current tcpdump writes it. */
    SLL2(276, 20);

    private static final int AF_INET = 2;
    private static final int AF_INET6_OF_MACOS = 30;
    private static final int SLL2_REST = 18;

    private final int number;
    private final int header;

    LinkLayer(int number, int header) {
        this.number = number;
        this.header = header;
    }

    int number() {
        return number;
    }

    int header() {
        return header;
    }

    void put(ByteBuffer frame, boolean six) {
        short etherType = (short) (six ? 0x86dd : 0x0800);
        switch (this) {
            case ETHERNET -> frame.put(new byte[12]).putShort(etherType);
            case NULL -> frame.putInt(Integer.reverseBytes(six ? AF_INET6_OF_MACOS : AF_INET));
            case RAW -> {}
            case SLL2 -> frame.putShort(etherType).put(new byte[SLL2_REST]);
        }
    }
}
