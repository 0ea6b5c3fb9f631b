package org.wiregrade.capture;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Says what the packets are of a capture in which no TCP was found: that of a wrapping is not known to hold none. */
final class Unread {
    private static final int ENOUGH = 10_000;
    private static final int MOST_NAMED = 4;

    private final Map<String, Integer> natures = new LinkedHashMap<>();
    private int packets;

    private Unread() {}

    /** By the innermost protocol that was read, the commonest first. */
    static String describe(CaptureBytes bytes, PacketReader walk) {
        Unread unread = new Unread();
        PacketDecoder decoder = new PacketDecoder(bytes);
        PacketBatch batch = new PacketBatch(1);
        while (unread.packets < ENOUGH && walk.fill(batch)) {
            if (batch.link[0] != PacketBatch.NO_PACKET) {
                unread.packets++;
                unread.natures.merge(nature(batch.link[0], decoder.open(batch, 0)), 1, Integer::sum);
            }
            batch.clear(0);
        }
        return unread.inWords();
    }

    private static String nature(int linkType, Datagram datagram) {
        if (datagram.protocol == Datagram.TCP) {
            return "IP protocol TCP (6), cut or damaged";
        }
        if (datagram.protocol >= 0) {
            return ProtocolName.ofIp(datagram.protocol);
        }
        if (datagram.etherType() >= 0) {
            return ProtocolName.ofEtherType(datagram.etherType());
        }
        return linkType < 0
                ? "an interface that the file does not describe"
                : "link type %s (%d), where no IP datagram was found".formatted(LinkTypeName.of(linkType), linkType);
    }

    private String inWords() {
        String named = natures.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(MOST_NAMED)
                .map(nature -> nature.getValue() + " of " + nature.getKey())
                .collect(Collectors.joining("; "));
        return (packets == ENOUGH ? "of the first " + ENOUGH + " " : "")
                + named
                + (natures.size() > MOST_NAMED ? "; and others" : "");
    }
}
