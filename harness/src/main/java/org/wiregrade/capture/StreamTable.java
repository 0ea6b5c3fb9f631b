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
    private int latestSlot;

    StreamTable(CaptureBytes bytes) {
        this.bytes = bytes;
        fragments = new Fragments(bytes);
    }

    void addAll(TcpBatch batch) {
        for (int i = 0; i < batch.count; i++) {
            if ((batch.flags[i] & TcpBatch.FRAGMENT) == 0) {
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

    private void add(TcpBatch batch, int i) {
        segments++;
        int hash = hash(batch, i);
        int slot = find(batch, i, hash);
        Conversation stream = table[slot];
        if (stream == null) {
            stream = open(batch, i);
            insert(slot, hash, stream);
            stream.add(batch, i, 0);
            return;
        }
        int side = stream.side(batch, i);
        if (stream.isOver(batch, i, side)) {
            stream = open(batch, i);
            table[slot] = stream;
            side = 0;
        }
        stream.add(batch, i, side);
    }

    private Conversation open(TcpBatch batch, int i) {
        Conversation stream = new Conversation(streams.size(), batch, i);
        streams.add(stream);
        return stream;
    }

    /** The slot of the pair's stream, or the free one where it belongs. */
    private int find(TcpBatch batch, int i, int hash) {
        Conversation latest = table[latestSlot];
        if (latest != null && hashes[latestSlot] == hash && latest.side(batch, i) >= 0) {
            return latestSlot;
        }
        int slot = hash & (table.length - 1);
        while (table[slot] != null && (hashes[slot] != hash || table[slot].side(batch, i) < 0)) {
            slot = (slot + 1) & (table.length - 1);
        }
        latestSlot = slot;
        return slot;
    }

    private void insert(int slot, int hash, Conversation stream) {
        table[slot] = stream;
        hashes[slot] = hash;
        pairs++;
        if (pairs * 2 > table.length) {
            grow();
        }
    }

    private void grow() {
        Conversation[] old = table;
        int[] oldHashes = hashes;
        table = new Conversation[old.length * 2];
        hashes = new int[table.length];
        latestSlot = 0;
        for (int i = 0; i < old.length; i++) {
            if (old[i] != null) {
                int slot = oldHashes[i] & (table.length - 1);
                while (table[slot] != null) {
                    slot = (slot + 1) & (table.length - 1);
                }
                table[slot] = old[i];
                hashes[slot] = oldHashes[i];
            }
        }
    }

    /** The same for both directions. */
    private static int hash(TcpBatch batch, int i) {
        long source = mix(batch.sourceHigh[i] * 31 + batch.sourceLow[i], batch.ports[i] >>> 16);
        long target = mix(batch.targetHigh[i] * 31 + batch.targetLow[i], batch.ports[i] & 0xffff);
        long sum = source + target;
        return (int) (sum ^ (sum >>> 32));
    }

    private static long mix(long address, int port) {
        long value = ((address << 16) ^ (address >>> 48) ^ port) * 0x9E3779B97F4A7C15L;
        return (value ^ (value >>> 29)) * 0xBF58476D1CE4E5B9L;
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
            finished.add(stream.finish(bytes));
        }
        return new Trace(finished);
    }
}
