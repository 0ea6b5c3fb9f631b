package org.wiregrade.labs.twoflow.live;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.wiregrade.labs.twoflow.rule.Tolerance;

/** As much as a short voice call through a relay, in all four directions at once. */
final class Bulk {
    /** How much is sent each way, in bytes, and how much of it has no meaning as text. */
    static final int SIZE = 1 << 20;

    private static final int ANY_BYTES = 128 << 10;

    private Bulk() {}

    /** Sends what a seed chooses, and waits until as much has come as was sent or nothing comes any more. */
    static void through(List<Direction> directions, long seed) {
        List<Integer> wanted = new ArrayList<>();
        for (int i = 0; i < directions.size(); i++) {
            Direction direction = directions.get(i);
            wanted.add(direction.sent() + SIZE);
            byte[] load = load(seed * directions.size() + i);
            Thread sender = new Thread(() -> direction.send(load), "bulk " + direction.label());
            sender.setDaemon(true);
            sender.start();
        }
        for (int i = 0; i < directions.size(); i++) {
            directions.get(i).to().awaitSize(wanted.get(i), Tolerance.QUIET);
        }
    }

    /**
     * All byte values in order, a mixture of them, then a mixture of ASCII characters.
     *
     * <p>A relay has to print all of it; to decode and print a megabyte of what is no text would be most of its work.
     */
    private static byte[] load(long seed) {
        byte[] load = new byte[SIZE];
        new SplittableRandom(seed).nextBytes(load);
        IntStream.range(0, 256).forEach(value -> load[value] = (byte) value);
        IntStream.range(ANY_BYTES, load.length).forEach(at -> load[at] = (byte) ((load[at] & 0x7F) | 0x20));
        return load;
    }
}
