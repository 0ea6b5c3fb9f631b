package org.wiregrade.capture;

/** IP addresses as Wireshark writes them. */
final class AddressText {
    private static final int GROUPS = 8;

    private AddressText() {}

    static String four(int address) {
        return (address >>> 24) + "." + (address >>> 16 & 0xff) + "." + (address >>> 8 & 0xff) + "." + (address & 0xff);
    }

    /** RFC 5952: the longest run of two or more zero groups shortened, and IPv4 inside IPv6 as such. */
    static String six(long high, long low) {
        if (high == 0 && low >>> 32 == 0xffff) {
            return "::ffff:" + four((int) low);
        }
        if (high == 0 && low >>> 32 == 0 && low >>> 16 != 0) {
            return "::" + four((int) low);
        }
        int runStart = -1;
        int runLength = 1;
        for (int i = 0; i < GROUPS; i++) {
            int end = i;
            while (end < GROUPS && group(high, low, end) == 0) {
                end++;
            }
            if (end - i > runLength) {
                runStart = i;
                runLength = end - i;
            }
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < GROUPS; i++) {
            if (i == runStart) {
                text.append("::");
                i += runLength - 1;
            } else {
                if (!text.isEmpty() && text.charAt(text.length() - 1) != ':') {
                    text.append(':');
                }
                text.append(Integer.toHexString(group(high, low, i)));
            }
        }
        return text.toString();
    }

    private static int group(long high, long low, int index) {
        long half = index < 4 ? high : low;
        return (int) (half >>> (48 - 16 * (index & 3))) & 0xffff;
    }
}
