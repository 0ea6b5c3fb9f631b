package org.wiregrade.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Folders that a user names. */
final class Folders {
    private Folders() {}

    /** The folder itself; a sentence for the user where there is none. */
    static Path existing(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IOException(Files.exists(folder) ? folder + " is not a folder" : "there is no folder " + folder);
        }
        return folder;
    }

    /**
     * Refuses, as wrong usage, results that would lie among the submissions, or the other way round, whatever links say.
     */
    static void requireApart(Path submissions, Path out) throws IOException {
        Path given = real(submissions);
        Path results = real(out);
        if (results.startsWith(given)) {
            throw new IllegalArgumentException("--out " + out + " is " + (results.equals(given) ? "" : "inside ")
                    + "the submissions, " + submissions + "; give a folder beside them");
        }
        if (given.startsWith(results)) {
            throw new IllegalArgumentException("the submissions, " + submissions + ", are inside --out " + out
                    + "; give a folder for the results alone");
        }
    }

    /** Where a path leads, of which only the first part may exist. */
    private static Path real(Path path) throws IOException {
        Path whole = path.toAbsolutePath();
        if (Files.exists(whole)) {
            return whole.toRealPath();
        }
        Path parent = whole.getParent();
        return parent == null
                ? whole
                : real(parent).resolve(whole.getFileName()).normalize();
    }
}
