/** Reads what Wireshark, tcpdump and their kin save: files to packets, packets to TCP streams. */
package org.wiregrade.capture;
