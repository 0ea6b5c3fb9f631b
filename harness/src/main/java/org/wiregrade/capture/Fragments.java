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

    /** In IPv6 no fragment's protocol counts but the first one's, RFC 8200, section 4.5. */
    private record Key(
            long sourceHigh, long sourceLow, long targetHigh, long targetLow, int identification, int protocol) {}

    private record Piece(
            int frame,
            long timeNs,
            int source,
            boolean six,
            int protocol,
            int place,
            boolean more,
            long file,
            int size) {
        int end() {
            return place + size;
        }
    }

    /** Takes one piece; returns the batch with the one segment that it completed, or null. */
    TcpBatch add(TcpBatch batch, int i) {
        boolean six = batch.is(i, TcpBatch.SIX);
        Key key = new Key(
                batch.sourceHigh[i],
                batch.sourceLow[i],
                batch.targetHigh[i],
                batch.targetLow[i],
                batch.print[i],
                six ? 0 : batch.ports[i]);
        Piece piece = new Piece(
                batch.frame[i],
                batch.timeNs[i],
                batch.source[i],
                six,
                batch.ports[i],
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
        TcpBatch segment = segment(key, pieces, length, piece);
        return segment != null && segment.is(0, TcpBatch.FRAGMENT) ? add(segment, 0) : segment;
    }

    /** The first pieces of datagrams that stayed incomplete, one batch each. */
    List<TcpBatch> rest() {
        List<TcpBatch> firsts = new ArrayList<>();
        waiting.forEach((key, pieces) -> pieces.stream()
                .filter(piece -> piece.place() == 0)
                .findFirst()
                .ifPresent(first -> {
                    TcpBatch batch = segment(key, List.of(first), first.size(), first);
                    if (batch != null && !batch.is(0, TcpBatch.FRAGMENT)) {
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
        if (decoder == null) {
            decoder = new PacketDecoder(bytes);
        }
        ByteBuffer joined = ByteBuffer.wrap(content);
        Datagram datagram = around(key, pieces);
        if (!datagram.readJoined(joined) || !datagram.mayBeTcp()) {
            return null;
        }
        TcpBatch batch = new TcpBatch(1);
        if (!decoder.decode(datagram, joined, bytes.keep(content), batch, 0)) {
            return null;
        }
        batch.frame[0] = shown.frame();
        batch.timeNs[0] = shown.timeNs();
        batch.source[0] = shown.source();
        batch.count = 1;
        return batch;
    }

    private static Datagram around(Key key, List<Piece> pieces) {
        Datagram datagram = new Datagram();
        datagram.sourceHigh = key.sourceHigh();
        datagram.sourceLow = key.sourceLow();
        datagram.targetHigh = key.targetHigh();
        datagram.targetLow = key.targetLow();
        datagram.identification = key.identification();
        Piece first = pieces.stream().min(Comparator.comparingInt(Piece::place)).orElseThrow();
        datagram.six = first.six();
        datagram.protocol = first.protocol();
        return datagram;
    }
}
