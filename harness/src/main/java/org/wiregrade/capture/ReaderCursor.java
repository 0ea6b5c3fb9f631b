package org.wiregrade.capture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Reads numbers at any offset of a capture in the file's own byte order. */
final class ReaderCursor {
    private final CaptureBytes bytes;
    private ByteOrder order = ByteOrder.BIG_ENDIAN;
    private int number = -1;
    private ByteBuffer window = ByteBuffer.allocate(0);

    ReaderCursor(CaptureBytes bytes) {
        this.bytes = bytes;
    }

    void order(ByteOrder newOrder) {
        order = newOrder;
        window.order(newOrder);
    }

    long size() {
        return bytes.size();
    }

    int u8(long offset) {
        return at(offset).get(CaptureBytes.within(offset)) & 0xff;
    }

    int u16(long offset) {
        return at(offset).getShort(CaptureBytes.within(offset)) & 0xffff;
    }

    int s32(long offset) {
        return at(offset).getInt(CaptureBytes.within(offset));
    }

    long u32(long offset) {
        return s32(offset) & 0xffff_ffffL;
    }

    long s64(long offset) {
        return at(offset).getLong(CaptureBytes.within(offset));
    }

    private ByteBuffer at(long offset) {
        int wanted = CaptureBytes.windowOf(offset);
        if (wanted != number) {
            window = bytes.window(wanted).order(order);
            number = wanted;
        }
        return window;
    }
}
