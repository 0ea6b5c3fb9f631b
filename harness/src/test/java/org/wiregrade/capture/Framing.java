package org.wiregrade.capture;

import static org.wiregrade.capture.Datagrams.join;

import java.nio.ByteBuffer;

/** The ways in which a link layer can carry a datagram. */
enum Framing {
    ETHERNET(1),
    ETHERNET_WITH_TRAILER(1),
    VLAN(1),
    STACKED_VLANS(1),
    MPLS(1),
    PPPOE(1),
    SNAP(1),
    VXLAN(1),
    NULL_LITTLE(0),
    NULL_BIG(0),
    LOOP(108),
    SLL(113),
    SLL2(276),
    RAW(101),
    RAW_12(12),
    RAW_14(14),
    IP_ONLY(-1),
    PPP(9);

    private final int linkType;

    Framing(int linkType) {
        this.linkType = linkType;
    }

    int linkType(boolean six) {
        return linkType >= 0 ? linkType : six ? 229 : 228;
    }

    byte[] around(byte[] datagram, boolean six) {
        int type = six ? 0x86dd : 0x0800;
        int ppp = six ? 0x57 : 0x21;
        byte[] addresses = new byte[12];
        return switch (this) {
            case ETHERNET -> join(addresses, u16(type), datagram);
            case ETHERNET_WITH_TRAILER -> join(addresses, u16(type), datagram, new byte[] {'t', 'r', 'a', 'i', 'l', 9});
            case VLAN -> join(addresses, u16(0x8100), u16(7), u16(type), datagram);
            case STACKED_VLANS ->
                join(addresses, u16(0x88a8), u16(7), u16(0x8100), u16(8), u16(0x9100), u16(9), u16(type), datagram);
            case MPLS -> join(addresses, u16(0x8847), u16(1), u16(0x0040), u16(2), u16(0x0140), datagram);
            case PPPOE ->
                join(addresses, u16(0x8864), u16(0x1100), u16(1), u16(datagram.length + 2), u16(ppp), datagram);
            case SNAP ->
                join(addresses, u16(datagram.length + 8), u16(0xaaaa), u16(0x0300), u16(0), u16(type), datagram);
            case VXLAN ->
                join(addresses, u16(0x0800), tunnel(join(u16(0x0800), new byte[6], addresses, u16(type), datagram)));
            case NULL_LITTLE -> join(new byte[] {(byte) (six ? 30 : 2), 0, 0, 0}, datagram);
            case NULL_BIG -> join(new byte[] {0, 0, 0, (byte) (six ? 24 : 2)}, datagram);
            case LOOP -> join(new byte[] {0, 0, 0, (byte) (six ? 28 : 2)}, datagram);
            case SLL -> join(u16(4), u16(772), u16(6), new byte[8], u16(type), datagram);
            case SLL2 -> join(u16(type), new byte[18], datagram);
            case RAW, RAW_12, RAW_14, IP_ONLY -> datagram;
            case PPP -> join(u16(0xff03), u16(ppp), datagram);
        };
    }

    private static byte[] u16(int value) {
        return new byte[] {(byte) (value >> 8), (byte) value};
    }

    private static byte[] tunnel(byte[] content) {
        return ByteBuffer.allocate(28 + content.length)
                .putShort((short) 0x4500)
                .putShort((short) (28 + content.length))
                .putInt(0)
                .putShort((short) 0x4011)
                .putShort((short) 0)
                .putInt(0x0a000001)
                .putInt(0x0a000002)
                .putShort((short) 50000)
                .putShort((short) 4789)
                .putShort((short) (8 + content.length))
                .putShort((short) 0)
                .put(content)
                .array();
    }
}
