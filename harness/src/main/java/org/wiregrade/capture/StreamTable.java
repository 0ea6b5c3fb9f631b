package org.wiregrade.capture;

import java.util.ArrayList;
import java.util.List;
import org.wiregrade.wire.TcpStream;
import org.wiregrade.wire.Trace;

/** Gives every segment to its stream and numbers the streams as Wireshark does. */
final class StreamTable {
    private final CaptureBytes bytes;
    private final Fragments fragments;
    private final List<Conversation> streams = new ArrayList<>();
    /** The latest stream between each pair of endpoints, by open addressing; the size is a power of two. */
    private Conversation[] table = new Conversation[64];

    private int[] hashes = new int[64];
    private int pairs;
    private long segments;
    private int slot;

    StreamTable(CaptureBytes bytes) {
        this.bytes = bytes;
        fragments = new Fragments(bytes);
    }

    void addAll(TcpBatch batch) {
        for (int i = 0; i < batch.count; i++) {
            if (!batch.is(i, TcpBatch.FRAGMENT)) {
                add(batch, i);
            } else {
                addJoined(fragments.add(batch, i));
            }
        }
    }

    private void addJoined(TcpBatch segment) {
        if (segment != null) {
            add(segment, 0);
        }
    }

    /** A quoted segment is nobody's, but uses up a number where its stream has none yet, as in Wireshark. */
    private void add(TcpBatch batch, int i) {
        int side = find(batch, i);
        Conversation stream = table[slot];
        boolean known = side >= 0;
        if (!known || stream.isOver(batch, i, side)) {
            stream = new Conversation(streams.size(), batch, i);
            streams.add(stream);
            table[slot] = stream;
            hashes[slot] = batch.hash[i];
            side = 0;
        }
        if (!batch.is(i, TcpBatch.QUOTED)) {
            segments++;
            stream.add(batch, i, side);
        }
        if (!known && ++pairs * 2 > table.length) {
            grow();
        }
    }

    /** Points the slot at the pair's stream and returns the sending side, or at the pair's free place and returns −1. */
    private int find(TcpBatch batch, int i) {
        int hash = batch.hash[i];
        for (slot = hash & (table.length - 1); table[slot] != null; slot = (slot + 1) & (table.length - 1)) {
            int side = hashes[slot] == hash ? table[slot].side(batch, i) : -1;
            if (side >= 0) {
                return side;
            }
        }
        return -1;
    }

    private void grow() {
        Conversation[] old = table;
        int[] oldHashes = hashes;
        table = new Conversation[old.length * 2];
        hashes = new int[table.length];
        for (int i = 0; i < old.length; i++) {
            if (old[i] != null) {
                int free = oldHashes[i] & (table.length - 1);
                while (table[free] != null) {
                    free = (free + 1) & (table.length - 1);
                }
                table[free] = old[i];
                hashes[free] = oldHashes[i];
            }
        }
    }

    long segments() {
        return segments;
    }

    /** How many segments carried payload on the wire. */
    long sentPayloads() {
        return streams.stream().mapToLong(Conversation::sentPayloads).sum();
    }

    /** Of how many of them the capture lacks some. */
    long cutPayloads() {
        return streams.stream().mapToLong(Conversation::cutPayloads).sum();
    }

    Trace finish() {
        fragments.rest().forEach(this::addJoined);
        List<TcpStream> finished = new ArrayList<>(streams.size());
        for (Conversation stream : streams) {
            if (stream.hasPackets()) {
                finished.add(stream.finish(bytes));
            }
        }
        return new Trace(finished);
    }
}
