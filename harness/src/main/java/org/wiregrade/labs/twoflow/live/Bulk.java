package org.wiregrade.labs.twoflow.live;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.wiregrade.labs.twoflow.rule.Tolerance;

/** As much as a short voice call through a relay, in all four directions at once. */
final class Bulk {
    /** How much is sent each way, in bytes, and less where the relay prints a line of log for each few of them. */
    static final int SIZE = 1 << 20;

    static final int SIZE_FOR_LINES = 16 << 10;

    /** How much of it, at most, has no meaning as text. */
    private static final int ANY_BYTES = 128 << 10;

    private static final int ORDERS = 0x25;

    private Bulk() {}

    /** Sends so many bytes that a seed chooses, and waits until as much has come as was sent or nothing comes any more. */
    static void through(List<Direction> directions, long seed, int size) {
        List<Integer> wanted = new ArrayList<>();
        for (int i = 0; i < directions.size(); i++) {
            Direction direction = directions.get(i);
            wanted.add(direction.sent() + size);
            byte[] load = load(seed * directions.size() + i, size);
            Thread sender = new Thread(() -> direction.send(load), "bulk " + direction.label());
            sender.setDaemon(true);
            sender.start();
        }
        for (int i = 0; i < directions.size(); i++) {
            directions.get(i).to().awaitSize(wanted.get(i), Tolerance.QUIET);
        }
    }

    /**
     * All byte values in an order that no other way has, a mixture of them, then a mixture of ASCII characters.
     *
     * <p>A relay has to print all of it; to decode and print a megabyte of what is no text would be most of its work.
     */
    private static byte[] load(long seed, int size) {
        byte[] load = new byte[size];
        new SplittableRandom(seed).nextBytes(load);
        IntStream.range(0, 256).forEach(value -> load[value] = (byte) (value ^ (ORDERS * seed)));
        IntStream.range(Math.min(ANY_BYTES, size / 2), size)
                .forEach(at -> load[at] = (byte) ((load[at] & 0x7F) | 0x20));
        return load;
    }
}
