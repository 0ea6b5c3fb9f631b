package org.wiregrade.temporary;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;

/**
 * A folder that one process owns as long as it lives: it holds a lock on a file in it, which the system takes from a process
 * that ends in whatever way, and which no later process has for having the same number.
 */
final class OwnedFolder implements AutoCloseable {
    private static final String NAME = "wiregrade-";
    private static final String LOCK = "lock";

    private final Path path;
    private final FileChannel lock;

    private OwnedFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    static OwnedFolder in(Path temporary) throws IOException {
        Path path = Files.createTempDirectory(
                temporary, NAME + ProcessHandle.current().pid() + "-");
        FileChannel lock =
                FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try {
            lock.lock();
            // Only what is in it says that it was locked once, and is not about to be.
            lock.write(ByteBuffer.wrap(new byte[] {'\n'}));
        } catch (IOException e) {
            // A file system without locks, or a full one: the folder does its work, and is left to the system's
            // cleaning.
        }
        return new OwnedFolder(path, lock);
    }

    Path path() {
        return path;
    }

    /** Deletes this user's own whose process is gone, and nothing behind a link. */
    static void removeAbandoned(Path temporary, OwnedFolder mine) {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(temporary, NAME + "*")) {
            UserPrincipal me = Files.getOwner(mine.path, LinkOption.NOFOLLOW_LINKS);
            for (Path folder : folders) {
                // To open one's own lock once more, and close it, would be to lose it.
                if (!folder.getFileName().equals(mine.path.getFileName())
                        && Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                        && Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(me)) {
                    found.add(folder);
                }
            }
        } catch (IOException | RuntimeException e) {
            // They are left to the next process, or to the system's own cleaning.
        }
        found.forEach(OwnedFolder::removeIfAbandoned);
    }

    private static void removeIfAbandoned(Path folder) {
        Path file = folder.resolve(LOCK);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
                FileLock held = channel.tryLock()) {
            if (held != null && channel.size() > 0) {
                remove(folder);
            }
        } catch (IOException | OverlappingFileLockException e) {
            // Another process deletes it already.
        }
    }

    /** The lock last, so that what stays, such as a file in use on Windows, is found again. */
    private static void remove(Path folder) {
        boolean empty = true;
        try (DirectoryStream<Path> inside = Files.newDirectoryStream(folder)) {
            for (Path each : inside) {
                if (!each.getFileName().toString().equals(LOCK)) {
                    Removal.of(each);
                    empty &= !Files.exists(each, LinkOption.NOFOLLOW_LINKS);
                }
            }
        } catch (IOException | RuntimeException e) {
            empty = false;
        }
        if (empty) {
            Removal.of(folder);
        }
    }

    @Override
    public void close() {
        remove(path);
        try {
            lock.close();
        } catch (IOException e) {
            // The process's end takes the lock.
        }
    }
}
