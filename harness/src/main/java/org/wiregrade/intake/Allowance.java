package org.wiregrade.intake;

import java.util.Locale;

/** What an archive may take while it is unpacked; shared by an archive and one inside it. */
final class Allowance {
    static final int DEEPEST = 24;

    private static final int MOST_FILES_OF_ONE = 5_000;
    private static final long SUSPICIOUS_BYTES = 32L << 20;
    private static final int HIGHEST_RATIO = 100;
    private static final int DIRECTORY_BYTES_PER_FILE = 800;

    private final long archiveBytes;
    private final int mostFiles;
    private final long mostBytes;
    private int files;
    private long bytes;

    private Allowance(long archiveBytes, long largestArchive, int mostFiles, long mostBytes) throws RefusedArchive {
        if (archiveBytes > largestArchive) {
            throw new RefusedArchive("it is larger than " + mebibytes(largestArchive));
        }
        this.archiveBytes = archiveBytes;
        this.mostFiles = mostFiles;
        this.mostBytes = mostBytes;
    }

    /** For what one student handed in. */
    static Allowance ofOne(long archiveBytes) throws RefusedArchive {
        return new Allowance(archiveBytes, 256L << 20, MOST_FILES_OF_ONE, 512L << 20);
    }

    /** For what a learning platform exports of a whole class. */
    static Allowance ofClass(long archiveBytes) throws RefusedArchive {
        return new Allowance(archiveBytes, 16L << 30, 200_000, 32L << 30);
    }

    /** The size of a zip's directory, which is read into memory, for the files that it may list. */
    long largestDirectory() {
        return (long) mostFiles * DIRECTORY_BYTES_PER_FILE;
    }

    void file() throws RefusedArchive {
        if (++files > mostFiles) {
            throw tooManyFiles();
        }
    }

    RefusedArchive tooManyFiles() {
        return new RefusedArchive(String.format(
                Locale.ROOT,
                "it holds more than %,d files; hand in the lab's own files alone, without target, .git or node_modules",
                mostFiles));
    }

    /** Counts bytes that are about to be written to a file that has {@code inFile} already. */
    void bytes(String name, long inFile, int more) throws RefusedArchive {
        bytes += more;
        if (inFile + more > mostBytes / 2) {
            throw new RefusedArchive("the file " + name + " in it is larger than " + mebibytes(mostBytes / 2));
        }
        if (bytes > mostBytes) {
            throw new RefusedArchive("it unpacks to more than " + mebibytes(mostBytes));
        }
        if (bytes > SUSPICIOUS_BYTES && bytes / HIGHEST_RATIO > archiveBytes) {
            throw new RefusedArchive(
                    "it unpacks to more than " + HIGHEST_RATIO + " times its own size, as an archive bomb does");
        }
    }

    private static String mebibytes(long bytes) {
        return (bytes >> 20) + " MiB";
    }
}
