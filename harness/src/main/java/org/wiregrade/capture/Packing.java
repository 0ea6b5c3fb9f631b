package org.wiregrade.capture;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** How Wireshark packs a capture when it saves one, told apart by the first bytes. */
enum Packing {
    GZIP("gzip", "gz", 0x1f8b, 2),
    ZSTD("zstd", "zst", 0x28b52ffd, 4),
    LZ4("lz4", "lz4", 0x04224d18, 4);

    private static final int BUFFER = 1 << 16;

    private final String title;
    private final String extension;
    private final int magic;
    private final int magicBytes;

    Packing(String title, String extension, int magic, int magicBytes) {
        this.title = title;
        this.extension = extension;
        this.magic = magic;
        this.magicBytes = magicBytes;
    }

    static Optional<Packing> of(CaptureBytes bytes) {
        for (Packing packing : values()) {
            if (bytes.size() > 4 && bytes.window(0).getInt(0) >>> (32 - 8 * packing.magicBytes) == packing.magic) {
                return Optional.of(packing);
            }
        }
        return Optional.empty();
    }

    String title() {
        return title;
    }

    String extension() {
        return extension;
    }

    /** What is packed; a {@link java.util.zip.ZipException} or an {@link java.io.EOFException} says that it is damaged. */
    InputStream open(InputStream packed) throws IOException {
        return switch (this) {
            case GZIP -> new GZIPInputStream(packed, BUFFER);
            case ZSTD -> LibraryStream.zstd(packed);
            case LZ4 -> LibraryStream.lz4(packed);
        };
    }
}
