package org.wiregrade.temporary;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * An empty folder of the caller's own until it is closed; where this process is killed, the next one deletes it.
 *
 * <p>All of a process are in one, which goes with the last of them.
 */
public final class TemporaryFolder implements AutoCloseable {
    private static OwnedFolder owned;
    private static int open;
    private static boolean swept;

    private final Path path;
    private boolean closed;

    private TemporaryFolder(Path path) {
        this.path = path;
    }

    /**
     * Makes one, and where it is this process's first, deletes what processes that were killed have left.
     *
     * @param name what its name begins with
     */
    public static TemporaryFolder create(String name) throws IOException {
        synchronized (TemporaryFolder.class) {
            if (owned == null) {
                Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
                OwnedFolder made = OwnedFolder.in(temporary);
                if (!swept) {
                    swept = true;
                    OwnedFolder.removeAbandoned(temporary, made);
                }
                owned = made;
            }
            var folder = new TemporaryFolder(Files.createTempDirectory(owned.path(), name));
            open++;
            return folder;
        }
    }

    public Path path() {
        return path;
    }

    /**
     * Deletes what can be deleted.
     *
     * <p>What cannot (a name that Java cannot decode, a folder deeper than the stack) stays in the system's temporary
     * folder: a student must not be able to break the grading by leaving an odd file.
     */
    @Override
    public void close() {
        Removal.of(path);
        synchronized (TemporaryFolder.class) {
            if (!closed) {
                closed = true;
                open--;
                if (open == 0) {
                    owned.close();
                    owned = null;
                }
            }
        }
    }
}
