package org.wiregrade.capture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;

/** A file's bytes, of any size, as windows of at most a gibibyte that overlap by what one packet may need. */
final class CaptureBytes {
    /** More of one packet is never looked at: an IP datagram has at most 65,535 bytes, an offloaded one 256 KiB. */
    static final int LONGEST_PACKET = 1 << 20;

    private static final int SHIFT = 30;
    private static final long IN_WINDOW = (1L << SHIFT) - 1;
    /** What {@link #readFew} may write. */
    static final int FEW = 2 * Long.BYTES;

    private static final long MAPPED_FROM = 1 << 20;

    private final long size;
    private final List<ByteBuffer> windows = new ArrayList<>();
    /** What was put together from several places of the file; kept apart, as the windows are read by several threads. */
    private final List<ByteBuffer> kept = new ArrayList<>();

    private CaptureBytes(long size) {
        this.size = size;
    }

    static CaptureBytes of(byte[] content) {
        CaptureBytes bytes = new CaptureBytes(content.length);
        bytes.windows.add(ByteBuffer.wrap(content).asReadOnlyBuffer());
        return bytes;
    }

    /** Maps the file; a small one is read instead, which is quicker and keeps nothing open. */
    static CaptureBytes of(FileChannel file) throws IOException {
        if (file.size() < MAPPED_FROM) {
            ByteBuffer content = slurp(file, (int) file.size());
            CaptureBytes bytes = new CaptureBytes(content.limit());
            bytes.windows.add(content);
            return bytes;
        }
        CaptureBytes bytes = new CaptureBytes(file.size());
        for (long at = 0; at < bytes.size; at += 1L << SHIFT) {
            long length = Math.min(bytes.size - at, (1L << SHIFT) + LONGEST_PACKET);
            bytes.windows.add(file.map(FileChannel.MapMode.READ_ONLY, at, length));
        }
        return bytes;
    }

    private static ByteBuffer slurp(FileChannel file, int size) throws IOException {
        ByteBuffer content = ByteBuffer.allocate(size);
        while (content.hasRemaining() && file.read(content, content.position()) >= 0) {
            // reads until the file's end
        }
        return content.flip();
    }

    long size() {
        return size;
    }

    /** The number of the window that an offset lies in. */
    static int windowOf(long offset) {
        return (int) (offset >>> SHIFT);
    }

    /** Where an offset stands inside its window; at least one packet's bytes follow there, unless the file ends. */
    static int within(long offset) {
        return (int) (offset & IN_WINDOW);
    }

    /** A window, as a big-endian buffer of the caller's own. */
    ByteBuffer window(int number) {
        return windows.get(number).duplicate();
    }

    /** Keeps bytes that the file does not hold in one run, and returns the offset at which they are read. */
    long keep(byte[] content) {
        kept.add(ByteBuffer.wrap(content));
        return (long) (windows.size() + kept.size() - 1) << SHIFT;
    }

    void read(long offset, byte[] into, int at, int count) {
        while (count > 0) {
            ByteBuffer window = windowAt(offset);
            int start = within(offset);
            int some = Math.min(count, window.limit() - start);
            window.get(start, into, at, some);
            offset += some;
            at += some;
            count -= some;
        }
    }

    /**
     * Copies few bytes quicker than a bulk copy can, in whole words, and so may write up to 16 of them.
     *
     * @return whether it could: false next to the end of a window
     */
    boolean readFew(long offset, ByteBuffer into, int at) {
        ByteBuffer window = windowAt(offset);
        int start = within(offset);
        if (start > window.limit() - FEW) {
            return false;
        }
        into.putLong(at, window.getLong(start));
        into.putLong(at + Long.BYTES, window.getLong(start + Long.BYTES));
        return true;
    }

    private ByteBuffer windowAt(long offset) {
        int number = windowOf(offset);
        return number < windows.size() ? windows.get(number) : kept.get(number - windows.size());
    }
}
