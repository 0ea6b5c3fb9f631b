package org.wiregrade.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The decompressed bytes of a tar, which may be endless where its headers would be read into memory. */
final class Metered extends FilterInputStream {
    private static final long LARGEST_HEADERS = 1L << 20;

    private long left;

    Metered(InputStream in) {
        super(in);
    }

    /** What is read next are headers: long names and the like. */
    void expectHeaders() {
        left = LARGEST_HEADERS;
    }

    /** What is read next is content, which is counted where it is written. */
    void expectContent() {
        left = Long.MAX_VALUE;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        count(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        int got = super.read(buffer, from, length);
        count(Math.max(0, got));
        return got;
    }

    @Override
    public long skip(long bytes) throws IOException {
        long skipped = super.skip(bytes);
        count(skipped);
        return skipped;
    }

    private void count(long bytes) throws RefusedArchive {
        left -= bytes;
        if (left < 0) {
            throw new RefusedArchive("its headers are larger than its files, as an archive bomb's are");
        }
    }
}
