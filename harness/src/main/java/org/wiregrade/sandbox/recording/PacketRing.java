package org.wiregrade.sandbox.recording;

import com.sun.jna.LastErrorException;
import com.sun.jna.Memory;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.wiregrade.sandbox.kernel.Libc;

/**
 * What passes the loopback interface of the calling thread's network, as the kernel writes it into memory shared with
 * this process (packet(7), {@code TPACKET_V3}).
 *
 * <p>The kernel fills one block after the other and hands each over when it is full, or some milliseconds after its first
 * packet. Once opened, the ring may be read on any one thread.
 */
final class PacketRing implements AutoCloseable {
    /** How long the kernel keeps a block that is not full, in milliseconds. */
    private static final int RETIRE_MS = 20;

    private static final int BLOCK_BYTES = 128 << 10;
    private static final int BLOCKS = 96;
    private static final int FRAME_BYTES = 2048;

    private static final int AF_PACKET = 17;
    private static final int SOCK_RAW = 3;
    private static final int ETH_P_ALL = 3;
    private static final int SOL_PACKET = 263;
    private static final int PACKET_RX_RING = 5;
    private static final int PACKET_STATISTICS = 6;
    private static final int PACKET_VERSION = 10;
    private static final int PACKET_IGNORE_OUTGOING = 23;
    private static final int TPACKET_V3 = 2;
    private static final int PROT_READ_WRITE = 3;
    private static final int MAP_SHARED = 1;
    private static final short POLLIN = 1;
    private static final byte PACKET_OUTGOING = 4;
    private static final int USER_OWNS = 1;

    private static final VarHandle INTS = MethodHandles.byteBufferViewVarHandle(int[].class, ByteOrder.nativeOrder());

    /** Hears each packet. */
    @FunctionalInterface
    interface Reader {
        /**
         * One packet; the buffer is good for this call only.
         *
         * @param timeNs since the epoch
         * @param length what it had on the wire, in bytes
         * @param captured the bytes that were kept, from position to limit
         */
        void packet(long timeNs, int length, ByteBuffer captured) throws IOException;
    }

    private final Libc c;
    private final int socket;
    private final Pointer memory;
    private final ByteBuffer ring;
    private int next;
    private long drops;

    private PacketRing(Libc c, int socket) {
        this.c = c;
        this.socket = socket;
        this.memory = c.mmap(null, bytes(), PROT_READ_WRITE, MAP_SHARED, socket, new NativeLong(0));
        this.ring = memory.getByteBuffer(0, (long) BLOCK_BYTES * BLOCKS).order(ByteOrder.nativeOrder());
    }

    private static NativeLong bytes() {
        return new NativeLong((long) BLOCK_BYTES * BLOCKS);
    }

    /** Starts to record; from its return on, nothing is missed. */
    static PacketRing open() throws IOException {
        try {
            Libc c = Libc.get();
            // Protocol 0 takes nothing until the socket is bound to the one interface.
            int socket = c.socket(AF_PACKET, SOCK_RAW, 0);
            try {
                set(c, socket, PACKET_VERSION, TPACKET_V3);
                ignoreOutgoing(c, socket);
                set(
                        c,
                        socket,
                        PACKET_RX_RING,
                        BLOCK_BYTES,
                        BLOCKS,
                        FRAME_BYTES,
                        BLOCK_BYTES / FRAME_BYTES * BLOCKS,
                        RETIRE_MS,
                        0,
                        0);
                bind(c, socket);
                return new PacketRing(c, socket);
            } catch (LastErrorException e) {
                c.close(socket);
                throw e;
            }
        } catch (LastErrorException e) {
            throw new IOException("the loopback interface cannot be recorded: " + e.getMessage(), e);
        }
    }

    /** On loopback each packet passes twice; a kernel before 4.20 shows both, and {@link #read} leaves the first out. */
    private static void ignoreOutgoing(Libc c, int socket) {
        try {
            set(c, socket, PACKET_IGNORE_OUTGOING, 1);
        } catch (LastErrorException e) {
            // An old kernel.
        }
    }

    private static void set(Libc c, int socket, int option, int... values) {
        try (var value = new Memory(4L * values.length)) {
            value.write(0, values, 0, values.length);
            c.setsockopt(socket, SOL_PACKET, option, value, 4 * values.length);
        }
    }

    /** The {@code struct sockaddr_ll} of packet(7). */
    private static void bind(Libc c, int socket) {
        int bytes = 20;
        try (var address = new Memory(bytes)) {
            address.clear();
            address.setShort(0, (short) AF_PACKET);
            address.getByteBuffer(2, 2).order(ByteOrder.BIG_ENDIAN).putShort((short) ETH_P_ALL);
            address.setInt(4, c.if_nametoindex("lo"));
            c.bind(socket, address, bytes);
        }
    }

    /** Waits until the kernel has handed a block over; false where it has not within so many milliseconds. */
    boolean await(int milliseconds) {
        if (isOurs()) {
            return true;
        }
        try (var descriptor = new Memory(8)) {
            descriptor.setInt(0, socket);
            descriptor.setShort(4, POLLIN);
            descriptor.setShort(6, (short) 0);
            c.poll(descriptor, new NativeLong(1), milliseconds);
        } catch (LastErrorException e) {
            // Interrupted by a signal: as if the time were over.
        }
        return isOurs();
    }

    private boolean isOurs() {
        return ((int) INTS.getAcquire(ring, next * BLOCK_BYTES + 8) & USER_OWNS) != 0;
    }

    /** Reads the block that was handed over, and gives it back. */
    void read(Reader reader) throws IOException {
        int block = next * BLOCK_BYTES;
        int packets = ring.getInt(block + 12);
        int frame = block + ring.getInt(block + 16);
        for (int i = 0; i < packets; i++) {
            if (ring.get(frame + 58) != PACKET_OUTGOING) {
                long seconds = Integer.toUnsignedLong(ring.getInt(frame + 4));
                int start = frame + Short.toUnsignedInt(ring.getShort(frame + 24));
                ByteBuffer captured = ring.slice(start, ring.getInt(frame + 12)).order(ByteOrder.BIG_ENDIAN);
                reader.packet(seconds * 1_000_000_000 + ring.getInt(frame + 8), ring.getInt(frame + 16), captured);
            }
            frame += ring.getInt(frame);
        }
        INTS.setRelease(ring, block + 8, 0);
        next = (next + 1) % BLOCKS;
    }

    /** How many packets found no room so far. */
    long drops() {
        try (var statistics = new Memory(12)) {
            statistics.clear();
            c.getsockopt(socket, SOL_PACKET, PACKET_STATISTICS, statistics, new IntByReference(12));
            // Asking sets the kernel's own count to 0.
            drops += Integer.toUnsignedLong(statistics.getInt(4));
        }
        return drops;
    }

    @Override
    public void close() {
        c.munmap(memory, bytes());
        c.close(socket);
    }
}
