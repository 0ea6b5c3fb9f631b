/**
 * Reads what Wireshark, tcpdump and their kin save; the only room that knows pkts.
 *
 * <p>In comes a capture file of any of their formats; out goes packets, and the TCP streams that they make up,
 * numbered as Wireshark numbers them. Start reading at {@link Captures} and {@link Pipeline}.
 */
package org.wiregrade.capture;
