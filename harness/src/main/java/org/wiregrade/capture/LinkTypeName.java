package org.wiregrade.capture;

/** Names of link types, as in the tcpdump project's list. */
final class LinkTypeName {
    private LinkTypeName() {}

    static String of(int linkType) {
        return switch (linkType) {
            case 0 -> "NULL";
            case 1 -> "ETHERNET";
            case 6 -> "IEEE802_5";
            case 7 -> "ARCNET_BSD";
            case 8 -> "SLIP";
            case 9, 50 -> "PPP";
            case 10 -> "FDDI";
            case 12, 14, 101 -> "RAW";
            case 104 -> "C_HDLC";
            case 105 -> "IEEE802_11";
            case 107 -> "FRELAY";
            case 108 -> "LOOP";
            case 113 -> "LINUX_SLL";
            case 119 -> "IEEE802_11_PRISM";
            case 127 -> "IEEE802_11_RADIOTAP";
            case 192 -> "PPI";
            case 187, 201 -> "BLUETOOTH_HCI_H4";
            case 189, 220, 249 -> "USB";
            case 195, 230 -> "IEEE802_15_4";
            case 227 -> "CAN_SOCKETCAN";
            case 228 -> "IPV4";
            case 229 -> "IPV6";
            case 239 -> "NFLOG";
            case 252 -> "WIRESHARK_UPPER_PDU";
            case 253 -> "NETLINK";
            case 254 -> "BLUETOOTH_LINUX_MONITOR";
            case 258 -> "PKTAP";
            case 271 -> "VSOCK";
            case 276 -> "LINUX_SLL2";
            default -> "LINKTYPE_" + linkType;
        };
    }
}
