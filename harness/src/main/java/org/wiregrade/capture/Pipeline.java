package org.wiregrade.capture;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;

/**
 * Drives a capture from its blocks to its streams: one thread walks and follows the streams, all decode.
 *
 * <p>A capture of one batch is read without any further thread.
 */
final class Pipeline {
    private static final int THREADS = Math.min(4, Runtime.getRuntime().availableProcessors());
    private static final int AHEAD = 2 * THREADS + 2;
    private static final int BATCH = 2048;
    private static final int SMALLEST_PACKET = 16;

    private final CaptureBytes bytes;
    private final PacketReader walk;
    private final int capacity;
    private final StreamTable streams;
    private final Deque<Slot> pending = new ArrayDeque<>();
    private final Set<Integer> linkTypes = new TreeSet<>();
    private ExecutorService workers;
    private int lastLinkType = -1;
    private int longestPacket;
    private int frames;
    private int packets;

    Pipeline(CaptureBytes bytes, PacketReader walk) {
        this.bytes = bytes;
        this.walk = walk;
        capacity = (int) Math.min(BATCH, bytes.size() / SMALLEST_PACKET + 1);
        streams = new StreamTable(bytes);
    }

    /** A batch on its way; each has a decoder of its own, as one thread at a time works on it. */
    private final class Slot {
        final PacketBatch packets = new PacketBatch(capacity);
        final TcpBatch segments = new TcpBatch(capacity);
        final PacketDecoder decoder = new PacketDecoder(bytes);
        FutureTask<Void> decoding;

        void prepare() {
            decoding = new FutureTask<>(() -> decoder.decode(packets, segments), null);
        }
    }

    StreamTable run() {
        try {
            Slot slot = new Slot();
            while (fill(slot)) {
                slot.prepare();
                pending.add(slot);
                if (slot.packets.isFull()) {
                    startWorkers();
                    workers.execute(slot.decoding);
                }
                slot = pending.size() < AHEAD ? new Slot() : take();
            }
            while (!pending.isEmpty()) {
                take();
            }
        } finally {
            if (workers != null) {
                workers.shutdownNow();
            }
        }
        return streams;
    }

    private void startWorkers() {
        if (workers == null) {
            workers = Executors.newFixedThreadPool(Math.max(1, THREADS - 1), task -> {
                Thread thread = new Thread(task, "decode");
                thread.setDaemon(true);
                return thread;
            });
        }
    }

    private boolean fill(Slot slot) {
        slot.packets.clear(frames + 1);
        if (!walk.fill(slot.packets)) {
            return false;
        }
        frames += slot.packets.count;
        for (int i = 0; i < slot.packets.count; i++) {
            if (slot.packets.link[i] == PacketBatch.NO_PACKET) {
                continue;
            }
            packets++;
            longestPacket = Math.max(longestPacket, slot.packets.captured[i]);
            if (slot.packets.link[i] != lastLinkType) {
                lastLinkType = slot.packets.link[i];
                linkTypes.add(lastLinkType);
            }
        }
        return true;
    }

    /** Gives the oldest batch to its streams, and meanwhile decodes whatever no other thread has begun. */
    private Slot take() {
        Slot oldest = pending.remove();
        oldest.decoding.run();
        for (Slot other : pending) {
            if (oldest.decoding.isDone()) {
                break;
            }
            other.decoding.run();
        }
        try {
            oldest.decoding.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while reading a capture", stopped);
        } catch (ExecutionException fault) {
            throw new IllegalStateException("The decoder failed on a packet", fault.getCause());
        }
        streams.addAll(oldest.segments);
        return oldest;
    }

    int packets() {
        return packets;
    }

    int longestPacket() {
        return longestPacket;
    }

    /** Numbers of the link types met; −1 for packets of an interface that the file does not describe. */
    Set<Integer> linkTypes() {
        return linkTypes;
    }
}
