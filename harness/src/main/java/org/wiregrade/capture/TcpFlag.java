package org.wiregrade.capture;

/** The flags of a TCP header as bits; RFC 9293, section 3.1. */
final class TcpFlag {
    static final int FIN = 1;
    static final int SYN = 2;
    static final int RST = 4;
    static final int PSH = 8;
    static final int ACK = 16;
    static final int URG = 32;

    private TcpFlag() {}
}
