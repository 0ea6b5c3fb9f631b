package org.wiregrade.capture;

/** Names of link types, as in the tcpdump project's list. */
final class LinkTypeName {
    private LinkTypeName() {}

    static String of(int linkType) {
        return switch (linkType) {
            case 0 -> "NULL";
            case 1 -> "ETHERNET";
            case 9, 50 -> "PPP";
            case 12, 14, 101 -> "RAW";
            case 104 -> "C_HDLC";
            case 105 -> "IEEE802_11";
            case 108 -> "LOOP";
            case 113 -> "LINUX_SLL";
            case 127 -> "IEEE802_11_RADIOTAP";
            case 192 -> "PPI";
            case 189, 220, 249 -> "USB";
            case 228 -> "IPV4";
            case 229 -> "IPV6";
            case 258 -> "PKTAP";
            case 276 -> "LINUX_SLL2";
            default -> "LINKTYPE_" + linkType;
        };
    }
}
