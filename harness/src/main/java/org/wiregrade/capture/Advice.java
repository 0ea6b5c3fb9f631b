package org.wiregrade.capture;

import java.util.function.Supplier;

/**
 * Notes what a readable capture lacks for judging it, and what to do when capturing again.
 *
 * @param natures what its packets are, asked only where none was found to be TCP
 */
record Advice(String name, CaptureProblems problems, Supplier<String> natures) {
    private static final int ANY_LENGTH = 65_535;
    private static final double NOTABLE = 0.1;

    void on(Capture capture, Pipeline pipeline, PacketReader walk, StreamTable streams) {
        if (!capture.format().startsWith("pcapng") && name.endsWith(".pcapng")) {
            problems.add(0, "Saved as classic pcap: in Wireshark choose File, Save as, pcapng.");
        }
        if (capture.dropped() > 0) {
            problems.add(
                    0,
                    "The capture dropped %d packet%s: close other programs and capture again, with a capture filter."
                            .formatted(capture.dropped(), capture.dropped() == 1 ? "" : "s"));
        }
        onSnapLength(pipeline, walk, streams);
        onEmptiness(capture);
    }

    private void onSnapLength(Pipeline pipeline, PacketReader walk, StreamTable streams) {
        long sent = streams.sentPayloads();
        long cut = streams.cutPayloads();
        boolean limited = walk.snapLength() > 0 && walk.snapLength() < ANY_LENGTH;
        if (cut == 0 || (!limited && cut < sent * NOTABLE)) {
            return;
        }
        problems.add(
                0,
                "Snap length %d cut %s: capture without a limit."
                        .formatted(
                                limited
                                        ? Math.min(walk.snapLength(), pipeline.longestPacket())
                                        : pipeline.longestPacket(),
                                cut == sent ? "every payload" : cut + " of " + sent + " payloads"));
    }

    private void onEmptiness(Capture capture) {
        if (capture.packets() == 0) {
            problems.add(0, "The capture holds no packet: start it before the programs, and stop it after them.");
        } else if (capture.tcpPackets() == 0) {
            problems.add(
                    0,
                    "No TCP was found in %s: %s. Capture on the interface that the programs use, such as lo."
                            .formatted(packets(capture), natures.get()));
        }
    }

    private static String packets(Capture capture) {
        return capture.packets() == 1 ? "the packet" : "the " + capture.packets() + " packets";
    }
}
