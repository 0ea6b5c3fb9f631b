package org.wiregrade.intake;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/** The directory at the end of a zip, which says where it begins (APPNOTE 4.3.16). */
final class ZipDirectory {
    private static final int END_OF_DIRECTORY = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final int LONGEST_COMMENT = 0xffff;

    private ZipDirectory() {}

    /** Its size in bytes, without reading it; one that says it begins behind its end is endless. */
    static long size(Path archive) throws IOException {
        try (var file = new RandomAccessFile(archive.toFile(), "r")) {
            int length = (int) Math.min(file.length(), END_BYTES + LONGEST_COMMENT);
            byte[] tail = new byte[length];
            file.seek(file.length() - length);
            file.readFully(tail);
            for (int at = length - END_BYTES; at >= 0; at--) {
                if (littleEndian(tail, at) == END_OF_DIRECTORY) {
                    long start = Integer.toUnsignedLong(littleEndian(tail, at + 16));
                    long end = file.length() - length + at;
                    return start > end ? Long.MAX_VALUE : end - start;
                }
            }
            throw new RefusedArchive("it is cut off: its directory is missing; upload it again");
        }
    }

    private static int littleEndian(byte[] bytes, int at) {
        return Byte.toUnsignedInt(bytes[at])
                | Byte.toUnsignedInt(bytes[at + 1]) << 8
                | Byte.toUnsignedInt(bytes[at + 2]) << 16
                | bytes[at + 3] << 24;
    }
}
