package org.wiregrade.sandbox;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Records the loopback interface of the calling thread's network with tcpdump.
 *
 * <p>By default tcpdump loses packets: in a ring of 8 frames, and what is buffered when it ends. So the ring is large,
 * and a datagram with a nonce is sent behind the traffic and awaited in the file.
 */
final class WireTap implements AutoCloseable {
    private static final int SENTINEL_PORT = 65000;
    private static final int SNAP_LENGTH = 66000;
    private static final int RING_KIB = 32768;
    private static final long LARGEST_FILE = 256L << 20;
    private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(10);
    private static final long RESEND_NS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final int PCAP_NANOSECONDS = 0xA1B23C4D;
    private static final int PCAP_HEADER = 24;
    private static final int RECORD_HEADER = 16;

    private final Process tcpdump;
    private final Path file;

    private WireTap(Process tcpdump, Path file) {
        this.tcpdump = tcpdump;
        this.file = file;
    }

    /** Starts to record, and returns once nothing will be missed; the folder is the tap's own. */
    static WireTap start(Path tcpdump, Path folder) throws IOException {
        Path file = folder.resolve("wire.pcap");
        Path log = folder.resolve("tcpdump.log");
        // The kernel ends it with the harness: setpriv's signal survives the exec. Root would be dropped: "-Z root".
        List<String> command = List.of(
                "prlimit",
                "--fsize=" + LARGEST_FILE,
                "setpriv",
                "--pdeathsig=KILL",
                tcpdump.toString(),
                "--immediate-mode",
                "--snapshot-length=" + SNAP_LENGTH,
                "--buffer-size=" + RING_KIB,
                "--packet-buffered",
                "--nano",
                "--interface=lo",
                "--relinquish-privileges=root",
                "-n",
                "-w",
                file.toString(),
                "tcp or udp dst port " + SENTINEL_PORT);
        boolean root = Identity.current().uid() == 0;
        Process process = new ProcessBuilder(command.stream()
                        .filter(word -> root || !word.startsWith("--relinquish"))
                        .toList())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(log.toFile())
                .start();
        var tap = new WireTap(process, file);
        long deadline = System.nanoTime() + PATIENCE_NS;
        while (!Files.readString(log, StandardCharsets.ISO_8859_1).contains("listening on")) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                tap.close();
                throw new IOException("tcpdump does not record: "
                        + Files.readString(log, StandardCharsets.ISO_8859_1).strip());
            }
            LockSupport.parkNanos(1_000_000);
        }
        return tap;
    }

    /**
     * Writes all TCP packets so far to a pcapng file; called on the thread that started the tap.
     *
     * <p>An {@link IOException} says that the recording is not complete.
     */
    void copyTo(Path pcapng) throws IOException {
        byte[] nonce = ("wiregrade " + UUID.randomUUID()).getBytes(StandardCharsets.US_ASCII);
        try (var socket = new DatagramSocket();
                var recorded = new Growing(() -> send(socket, nonce));
                var out = new BufferedOutputStream(Files.newOutputStream(pcapng))) {
            ByteBuffer header = recorded.next(PCAP_HEADER);
            if (header.getInt(0) != PCAP_NANOSECONDS) {
                throw new IOException("tcpdump wrote no pcap file with nanoseconds");
            }
            var copy = new Pcapng(out, header.getInt(20), header.getInt(16));
            while (true) {
                ByteBuffer record = recorded.next(RECORD_HEADER);
                byte[] packet = recorded.next(record.getInt(8)).array();
                if (endsWith(packet, nonce)) {
                    return;
                }
                if (!isUdp(packet)) {
                    long seconds = Integer.toUnsignedLong(record.getInt(0));
                    copy.packet(seconds * 1_000_000_000 + record.getInt(4), record.getInt(12), packet);
                }
            }
        }
    }

    private static void send(DatagramSocket socket, byte[] nonce) throws IOException {
        socket.send(new DatagramPacket(nonce, nonce.length, InetAddress.getLoopbackAddress(), SENTINEL_PORT));
    }

    private static boolean endsWith(byte[] packet, byte[] nonce) {
        int from = packet.length - nonce.length;
        return from >= 0 && Arrays.equals(packet, from, packet.length, nonce, 0, nonce.length);
    }

    /** Whether it is a sentinel of this or an earlier copy: Ethernet, IPv4, protocol 17. */
    private static boolean isUdp(byte[] packet) {
        return packet.length > 23 && packet[12] == 8 && packet[13] == 0 && packet[23] == 17;
    }

    @Override
    public void close() {
        tcpdump.destroyForcibly().onExit().orTimeout(5, TimeUnit.SECONDS).join();
    }

    private interface Send {
        void sentinel() throws IOException;
    }

    /** The recording while it is being written: reading past its end sends the sentinel and waits for more. */
    private final class Growing implements AutoCloseable {
        private final FileChannel channel;
        private final Send send;

        Growing(Send send) throws IOException {
            this.channel = FileChannel.open(file);
            this.send = send;
            send.sentinel();
        }

        ByteBuffer next(int bytes) throws IOException {
            ByteBuffer buffer = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
            long lastSent = System.nanoTime();
            long deadline = lastSent + PATIENCE_NS;
            while (buffer.hasRemaining()) {
                if (channel.read(buffer) > 0) {
                    continue;
                }
                long now = System.nanoTime();
                if (!tcpdump.isAlive() || now > deadline) {
                    throw new IOException("the recording of the run is not complete: "
                            + (tcpdump.isAlive() ? "tcpdump does not keep up" : "tcpdump has ended"));
                }
                if (now - lastSent > RESEND_NS) {
                    send.sentinel();
                    lastSent = now;
                }
                LockSupport.parkNanos(500_000);
            }
            return buffer.flip();
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
