package org.wiregrade.capture;

/** Names of EtherTypes and of IP's protocols, as in IANA's lists, with their numbers. */
final class ProtocolName {
    private static final int LARGEST_LENGTH_FIELD = 1500;

    private ProtocolName() {}

    static String ofEtherType(int type) {
        if (type <= LARGEST_LENGTH_FIELD) {
            return "IEEE 802.2 without an EtherType";
        }
        String name = switch (type) {
            case 0x0800 -> "IPv4 ";
            case 0x0806 -> "ARP ";
            case 0x8035 -> "RARP ";
            case 0x809b -> "AppleTalk ";
            case 0x8137 -> "IPX ";
            case 0x86dd -> "IPv6 ";
            case 0x8847, 0x8848 -> "MPLS ";
            case 0x8863 -> "PPPoE discovery ";
            case 0x8864 -> "PPPoE ";
            case 0x888e -> "EAPOL ";
            case 0x88cc -> "LLDP ";
            case 0x88e5 -> "MACsec ";
            case 0x88f7 -> "PTP ";
            case 0x894f -> "NSH ";
            case 0x9000 -> "loopback test ";
            default -> "";
        };
        return "EtherType %s(0x%04x)".formatted(name, type);
    }

    static String ofIp(int protocol) {
        String name = switch (protocol) {
            case 1 -> "ICMP ";
            case 2 -> "IGMP ";
            case 4 -> "IPv4 ";
            case 6 -> "TCP ";
            case 17 -> "UDP ";
            case 41 -> "IPv6 ";
            case 47 -> "GRE ";
            case 50 -> "ESP ";
            case 51 -> "AH ";
            case 58 -> "ICMPv6 ";
            case 88 -> "EIGRP ";
            case 89 -> "OSPF ";
            case 97 -> "EtherIP ";
            case 103 -> "PIM ";
            case 108 -> "IPComp ";
            case 112 -> "VRRP ";
            case 115 -> "L2TP ";
            case 132 -> "SCTP ";
            case 137 -> "MPLS ";
            default -> "";
        };
        return "IP protocol %s(%d)".formatted(name, protocol);
    }
}
