package org.wiregrade.labs.twoflow;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.wiregrade.testbed.CheckFailure;

/** As much as a short voice call through a relay, in all four directions at once. */
final class Bulk {
    private static final int ANY_BYTES = 128 << 10;
    private static final byte[] REPLACEMENT = {(byte) 0xEF, (byte) 0xBF, (byte) 0xBD};

    private final Switchboard board;
    private final List<Integer> before;

    private Bulk(Switchboard board, List<Integer> before) {
        this.board = board;
        this.before = List.copyOf(before);
    }

    /** Sends, and waits until as much has come as was sent or nothing comes any more. */
    static Bulk through(Switchboard board) {
        List<Integer> before = board.directions().stream()
                .map(direction -> direction.sent().length)
                .toList();
        for (int i = 0; i < board.directions().size(); i++) {
            Direction direction = board.directions().get(i);
            byte[] load = load(board.words().seed() * board.directions().size() + i);
            Thread sender = new Thread(() -> direction.send(load), "bulk " + direction.label());
            sender.setDaemon(true);
            sender.start();
        }
        for (int i = 0; i < board.directions().size(); i++) {
            board.directions().get(i).to().awaitSize(before.get(i) + TwoFlowLab.BULK, TwoFlowLab.QUIET);
        }
        return new Bulk(board, before);
    }

    /**
     * All byte values in order, a mixture of them, then a mixture of ASCII characters.
     *
     * <p>A relay has to print all of it; to decode and print a megabyte of what is no text would be most of its work.
     */
    private static byte[] load(long seed) {
        byte[] load = new byte[TwoFlowLab.BULK];
        new SplittableRandom(seed).nextBytes(load);
        IntStream.range(0, 256).forEach(value -> load[value] = (byte) value);
        IntStream.range(ANY_BYTES, load.length).forEach(at -> load[at] = (byte) ((load[at] & 0x7F) | 0x20));
        return load;
    }

    /** Compares all that ever came in each direction with all that was sent. */
    void judge() {
        for (int i = 0; i < board.directions().size(); i++) {
            Direction direction = board.directions().get(i);
            byte[] sent = direction.sent();
            byte[] came = direction.to().bytes(0);
            int at = Arrays.mismatch(sent, came);
            if (at >= 0) {
                throw changed(direction, sent, came, at, before.get(i));
            }
        }
    }

    private CheckFailure changed(Direction direction, byte[] sent, byte[] came, int at, int start) {
        String expected =
                direction.words() + " comes to " + direction.receiver() + " byte for byte, whatever the bytes mean";
        if (at == came.length) {
            return board.failure(
                    expected,
                    at <= start
                            ? "nothing came of 1 MiB that was sent on all ways at once"
                            : "a part of 1 MiB came, then nothing more",
                    "Read and write in turn, until read returns -1.");
        }
        boolean decoded = at + 3 <= came.length && Arrays.equals(came, at, at + 3, REPLACEMENT, 0, 3);
        boolean extra = at < start || at == sent.length;
        return board.failure(
                expected,
                extra ? "more came than was sent" : String.format("a byte 0x%02X came as 0x%02X", sent[at], came[at]),
                hint(decoded, extra));
    }

    private static String hint(boolean decoded, boolean extra) {
        if (decoded) {
            return "Not all bytes are text: hand on the array itself, not a String made from it.";
        }
        return extra ? "Write only what the last read has brought: write(buffer, 0, length)." : "";
    }
}
