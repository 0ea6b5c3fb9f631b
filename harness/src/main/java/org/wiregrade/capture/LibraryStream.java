package org.wiregrade.capture;

import io.airlift.compress.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorInputStream;

/** The border to the libraries that unpack what Java cannot, loaded only for such a file. */
final class LibraryStream extends InputStream {
    private final InputStream unpacked;

    private LibraryStream(InputStream unpacked) {
        this.unpacked = unpacked;
    }

    static InputStream zstd(InputStream packed) {
        return new LibraryStream(new ZstdInputStream(packed));
    }

    static InputStream lz4(InputStream packed) throws IOException {
        try {
            return new LibraryStream(new FramedLZ4CompressorInputStream(new BufferedInputStream(packed), true));
        } catch (IOException | RuntimeException damaged) {
            throw said(damaged);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int at, int count) throws IOException {
        try {
            return unpacked.read(into, at, count);
        } catch (IOException | RuntimeException damaged) {
            throw said(damaged);
        }
    }

    @Override
    public void close() throws IOException {
        unpacked.close();
    }

    /** Neither library has one type of its own for bad content. */
    private static ZipException said(Exception damaged) {
        ZipException said = new ZipException(damaged.getMessage());
        said.initCause(damaged);
        return said;
    }
}
