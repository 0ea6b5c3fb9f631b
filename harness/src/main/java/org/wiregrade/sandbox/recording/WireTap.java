package org.wiregrade.sandbox.recording;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * Records the TCP packets on the loopback interface of the calling thread's network.
 *
 * <p>Whoever wants a copy sends a datagram with a nonce behind the traffic: once that has come, so has all before it.
 */
public final class WireTap implements AutoCloseable {
    private static final int SENTINEL_PORT = 65000;
    private static final int ETHERNET = 1;
    private static final int TCP = 6;
    private static final int UDP = 17;
    private static final long LARGEST_FILE = 256L << 20;
    private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(10);
    private static final long RESEND_MS = 200;
    private static final int POLL_MS = 50;

    private final PacketRing ring;
    private final Path folder;
    private final FileChannel file;
    private final Pcapng pcapng;
    private int copies;
    private long recorded;
    private long leftOut;
    private long lastTimeNs;
    private volatile boolean closed;

    /** The nonce that somebody waits for; null once it has come. */
    private byte[] awaited;

    /** How much of the file was whole when it came, in bytes. */
    private long whole;

    private IOException failure;

    private WireTap(PacketRing ring, Path folder) throws IOException {
        this.ring = ring;
        this.folder = folder;
        this.file = FileChannel.open(
                folder.resolve("wire.pcapng"),
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        this.pcapng = new Pcapng(file, ETHERNET);
        Thread reader = new Thread(this::read, "wire tap");
        reader.setDaemon(true);
        reader.start();
    }

    /** Starts to record, and returns once nothing will be missed; the folder is the tap's own. */
    public static WireTap start(Path folder) throws IOException {
        PacketRing ring = PacketRing.open();
        try {
            return new WireTap(ring, folder);
        } catch (IOException e) {
            ring.close();
            throw e;
        }
    }

    /**
     * A pcapng file, in the tap's folder, of all TCP packets so far, which also says how many were dropped; called on the
     * thread that started the tap.
     *
     * <p>An {@link IOException} says that what passed last is not in it.
     */
    public Path copy() throws IOException {
        Path target = folder.resolve("wire-" + ++copies + ".pcapng");
        byte[] nonce = ("wiregrade " + UUID.randomUUID()).getBytes(StandardCharsets.US_ASCII);
        long bytes;
        try (var socket = new DatagramSocket()) {
            bytes = awaitSentinel(socket, nonce);
        }
        try (var copy = FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (long from = 0; from < bytes; ) {
                from += file.transferTo(from, bytes - from, copy);
            }
        }
        return target;
    }

    private synchronized long awaitSentinel(DatagramSocket socket, byte[] nonce) throws IOException {
        awaited = nonce;
        long giveUp = System.nanoTime() + PATIENCE_NS;
        while (awaited != null) {
            if (failure != null || System.nanoTime() > giveUp) {
                throw new IOException("the recording of the run is not complete", failure);
            }
            socket.send(new DatagramPacket(nonce, nonce.length, InetAddress.getLoopbackAddress(), SENTINEL_PORT));
            try {
                wait(RESEND_MS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while waiting for the recording of the run", e);
            }
        }
        return whole;
    }

    private void read() {
        try (file;
                ring) {
            while (!closed) {
                if (ring.await(POLL_MS)) {
                    ring.read(this::packet);
                }
            }
        } catch (IOException e) {
            fail(e);
        }
    }

    private synchronized void fail(IOException e) {
        failure = e;
        notifyAll();
    }

    private void packet(long timeNs, int length, ByteBuffer captured) throws IOException {
        int protocol = protocol(captured);
        if (protocol == TCP && recorded > LARGEST_FILE) {
            leftOut++;
        } else if (protocol == TCP) {
            recorded += captured.remaining();
            lastTimeNs = timeNs;
            pcapng.packet(timeNs, length, captured);
        } else if (protocol == UDP) {
            sentinel(captured);
        }
    }

    /** The protocol in an IPv4 datagram, or the first next header of an IPv6 one, behind Ethernet; else -1. */
    private static int protocol(ByteBuffer captured) {
        if (captured.limit() < 54) {
            return -1;
        }
        int type = Short.toUnsignedInt(captured.getShort(12));
        return type == 0x0800 ? captured.get(23) : type == 0x86DD ? captured.get(20) : -1;
    }

    private synchronized void sentinel(ByteBuffer captured) throws IOException {
        if (awaited != null && endsWith(captured, awaited)) {
            long drops = leftOut + ring.drops();
            if (drops > 0) {
                pcapng.dropped(lastTimeNs, drops);
            }
            whole = pcapng.flush();
            awaited = null;
            notifyAll();
        }
    }

    private static boolean endsWith(ByteBuffer captured, byte[] nonce) {
        int from = captured.limit() - nonce.length;
        return from >= 0 && captured.slice(from, nonce.length).equals(ByteBuffer.wrap(nonce));
    }

    @Override
    public void close() {
        closed = true;
    }
}
