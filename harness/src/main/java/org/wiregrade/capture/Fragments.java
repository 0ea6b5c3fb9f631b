package org.wiregrade.capture;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Joins the pieces of fragmented datagrams.
 *
 * <p>A joined segment counts where its last piece came, as in Wireshark; what never became whole counts, as far as its
 * first piece goes, behind everything else.
 */
final class Fragments {
    private static final int LARGEST_DATAGRAM = 65_535;
    private static final int MOST_WAITING = 4096;

    private final CaptureBytes bytes;
    private PacketDecoder decoder;
    private final Map<Key, List<Piece>> waiting = new LinkedHashMap<>();

    Fragments(CaptureBytes bytes) {
        this.bytes = bytes;
    }

    private record Key(long sourceHigh, long sourceLow, long targetHigh, long targetLow, int identification) {}

    private record Piece(
            int frame, long timeNs, int source, boolean six, int place, boolean more, long file, int size) {
        int end() {
            return place + size;
        }
    }

    /** Takes one piece; returns the batch with the one segment that it completed, or null. */
    TcpBatch add(TcpBatch batch, int i) {
        Key key = new Key(
                batch.sourceHigh[i], batch.sourceLow[i], batch.targetHigh[i], batch.targetLow[i], batch.print[i]);
        Piece piece = new Piece(
                batch.frame[i],
                batch.timeNs[i],
                batch.source[i],
                (batch.flags[i] & TcpBatch.SIX) != 0,
                batch.sequence[i],
                batch.acknowledgement[i] != 0,
                batch.payload[i],
                batch.captured[i]);
        if (batch.captured[i] < batch.sent[i] || piece.end() > LARGEST_DATAGRAM) {
            return null;
        }
        if (waiting.size() >= MOST_WAITING) {
            waiting.remove(waiting.keySet().iterator().next());
        }
        List<Piece> pieces = waiting.computeIfAbsent(key, any -> new ArrayList<>());
        pieces.add(piece);
        int length = wholeLength(pieces);
        if (length < 0) {
            return null;
        }
        waiting.remove(key);
        return segment(key, pieces, length, piece);
    }

    /** The first pieces of datagrams that stayed incomplete, one batch each. */
    List<TcpBatch> rest() {
        List<TcpBatch> firsts = new ArrayList<>();
        waiting.forEach((key, pieces) -> pieces.stream()
                .filter(piece -> piece.place() == 0)
                .findFirst()
                .ifPresent(first -> {
                    TcpBatch batch = segment(key, List.of(first), first.size(), first);
                    if (batch != null) {
                        firsts.add(batch);
                    }
                }));
        return firsts;
    }

    /** The datagram's length, if the pieces cover it; else −1. */
    private static int wholeLength(List<Piece> pieces) {
        if (pieces.stream().allMatch(Piece::more)) {
            return -1;
        }
        int covered = 0;
        int length = -1;
        List<Piece> inOrder =
                pieces.stream().sorted(Comparator.comparingInt(Piece::place)).toList();
        for (Piece piece : inOrder) {
            if (piece.place() > covered) {
                return -1;
            }
            covered = Math.max(covered, piece.end());
            length = piece.more() ? length : piece.end();
        }
        return covered >= length ? length : -1;
    }

    private TcpBatch segment(Key key, List<Piece> pieces, int length, Piece shown) {
        byte[] content = new byte[length];
        for (Piece piece : pieces) {
            int size = Math.min(piece.size(), length - piece.place());
            if (size > 0) {
                bytes.read(piece.file(), content, piece.place(), size);
            }
        }
        Datagram datagram = new Datagram();
        datagram.sourceHigh = key.sourceHigh();
        datagram.sourceLow = key.sourceLow();
        datagram.targetHigh = key.targetHigh();
        datagram.targetLow = key.targetLow();
        datagram.identification = key.identification();
        datagram.six = shown.six();
        datagram.end = length;
        datagram.sentLength = length;
        if (decoder == null) {
            decoder = new PacketDecoder(bytes);
        }
        TcpBatch batch = new TcpBatch(1);
        if (!decoder.decodeSegment(datagram, ByteBuffer.wrap(content), bytes.keep(content), batch, 0)) {
            return null;
        }
        batch.frame[0] = shown.frame();
        batch.timeNs[0] = shown.timeNs();
        batch.source[0] = shown.source();
        batch.count = 1;
        return batch;
    }
}
