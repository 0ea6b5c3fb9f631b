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
import java.util.zip.ZipException;
import org.wiregrade.temporary.TemporaryFolder;

/** Unpacks a capture that was packed as a whole: into memory where it is small, else into a file that is gone at once. */
final class Unpack {
    private static final int IN_MEMORY = 4 << 20;
    private static final long MOST = 4L << 30;

    private final Packing packing;
    private final CaptureProblems problems;

    private Unpack(Packing packing, CaptureProblems problems) {
        this.packing = packing;
        this.problems = problems;
    }

    static CaptureBytes of(InputStream packed, Packing packing, CaptureProblems problems) throws IOException {
        try (packed) {
            return new Unpack(packing, problems).read(packed);
        }
    }

    private CaptureBytes read(InputStream packed) throws IOException {
        ByteArrayOutputStream start = new ByteArrayOutputStream();
        InputStream unpacked = open(packed);
        if (unpacked == null || !copy(unpacked, start, IN_MEMORY)) {
            return CaptureBytes.of(start.toByteArray());
        }
        return spill(start, unpacked);
    }

    private CaptureBytes spill(ByteArrayOutputStream start, InputStream unpacked) throws IOException {
        try (TemporaryFolder folder = TemporaryFolder.create("capture")) {
            Path whole = folder.path().resolve("whole");
            try (OutputStream out = Files.newOutputStream(whole)) {
                start.writeTo(out);
                if (copy(unpacked, out, MOST)) {
                    problems.add(MOST, "The capture holds more than 4 GiB when unpacked: what follows was not read.");
                }
            }
            try (FileChannel channel = FileChannel.open(whole, StandardOpenOption.READ)) {
                return CaptureBytes.of(channel); // a mapping outlives the channel and the file's name
            }
        }
    }

    private InputStream open(InputStream packed) throws IOException {
        try {
            return packing.open(packed);
        } catch (EOFException | ZipException damaged) {
            note(0);
            return null;
        }
    }

    /** Copies until the end or the limit; returns whether more may follow. */
    private boolean copy(InputStream from, OutputStream to, long limit) throws IOException {
        byte[] chunk = new byte[1 << 16];
        long copied = 0;
        while (copied < limit) {
            int count;
            try {
                count = from.read(chunk);
            } catch (EOFException | ZipException damaged) {
                note(copied);
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

    private void note(long at) {
        problems.add(
                at,
                "The %s file is cut off or damaged: pack the capture again, or hand it in unpacked."
                        .formatted(packing.title()));
    }
}
