package org.wiregrade.sandbox.loopback;

/** What one read of a connection brought. */
public final class Read {
    private final long timeNs;
    private final byte[] bytes;

    Read(long timeNs, byte[] bytes) {
        this.timeNs = timeNs;
        this.bytes = bytes;
    }

    /** When it was read, on the clock of this process's {@link System#nanoTime()}. */
    public long timeNs() {
        return timeNs;
    }

    /** Not a copy; none at the end of the sending. */
    public byte[] bytes() {
        return bytes;
    }

    public boolean isEnd() {
        return bytes.length == 0;
    }
}
