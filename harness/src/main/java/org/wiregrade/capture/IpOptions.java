package org.wiregrade.capture;

import java.nio.ByteBuffer;

/** Tells whether the options of an IPv4 header can be read, as far as Wireshark asks before it goes on behind them. */
final class IpOptions {
    private IpOptions() {}

    /** RFC 791, section 3.1: an option has a type, a length that counts both, and its value. */
    static boolean areSound(ByteBuffer frame, int first, int end) {
        int at = first;
        while (end - at >= 2 && frame.get(at) != 0) {
            if (frame.get(at) == 1) {
                at++;
                continue;
            }
            int length = frame.get(at + 1) & 0xff;
            if (length < 2 || length > end - at) {
                return true; // Wireshark leaves it at a warning
            }
            if (length < shortest(frame.get(at) & 0xff)) {
                return false;
            }
            at += length;
        }
        return true;
    }

    /** By the numbers in IANA's list of IPv4 options. */
    private static int shortest(int type) {
        return switch (type) {
            case 7, 130, 131, 133, 137 -> 3; // routes, security
            case 11, 12, 68, 136, 148 -> 4; // MTU, time, stream, router alert
            case 134 -> 6; // CIPSO
            case 25 -> 8; // quick start
            case 82 -> 12; // traceroute
            default -> 2;
        };
    }
}
