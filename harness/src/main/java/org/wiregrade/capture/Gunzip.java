package org.wiregrade.capture;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.wiregrade.temporary.TemporaryFolder;

/** Unpacks a capture that was packed with gzip: into memory where it is small, else into a file that is gone at once. */
final class Gunzip {
    private static final int IN_MEMORY = 4 << 20;
    private static final long MOST = 4L << 30;

    private Gunzip() {}

    static CaptureBytes unpack(InputStream packed, CaptureProblems problems) throws IOException {
        try (packed) {
            ByteArrayOutputStream start = new ByteArrayOutputStream();
            GZIPInputStream unpacked = open(packed, problems);
            if (unpacked == null || !copy(unpacked, start, IN_MEMORY, problems)) {
                return CaptureBytes.of(start.toByteArray());
            }
            return spill(start, unpacked, problems);
        }
    }

    private static CaptureBytes spill(ByteArrayOutputStream start, InputStream unpacked, CaptureProblems problems)
            throws IOException {
        try (TemporaryFolder folder = TemporaryFolder.create("capture")) {
            Path whole = folder.path().resolve("whole");
            try (OutputStream out = Files.newOutputStream(whole)) {
                start.writeTo(out);
                if (copy(unpacked, out, MOST, problems)) {
                    problems.add(MOST, "The capture holds more than 4 GiB when unpacked: what follows was not read.");
                }
            }
            try (FileChannel channel = FileChannel.open(whole, StandardOpenOption.READ)) {
                return CaptureBytes.of(channel); // a mapping outlives the channel and the file's name
            }
        }
    }

    private static GZIPInputStream open(InputStream packed, CaptureProblems problems) throws IOException {
        try {
            return new GZIPInputStream(packed, 1 << 16);
        } catch (EOFException | ZipException damaged) {
            note(0, problems);
            return null;
        }
    }

    /** Copies until the end or the limit; returns whether more may follow. */
    private static boolean copy(InputStream from, OutputStream to, long limit, CaptureProblems problems)
            throws IOException {
        byte[] chunk = new byte[1 << 16];
        long copied = 0;
        while (copied < limit) {
            int count;
            try {
                count = from.read(chunk);
            } catch (EOFException | ZipException damaged) {
                note(copied, problems);
                return false;
            }
            if (count < 0) {
                return false;
            }
            to.write(chunk, 0, count);
            copied += count;
        }
        return true;
    }

    private static void note(long at, CaptureProblems problems) {
        problems.add(at, "The gzip file is cut off or damaged: pack the capture again, or hand it in unpacked.");
    }
}
