package org.wiregrade.temporary;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** Deletes a folder and all that is in it, or a file, as far as the machine lets it; nothing behind a link. */
final class Removal extends SimpleFileVisitor<Path> {
    private Removal() {}

    static void of(Path folder) {
        try {
            Files.walkFileTree(folder, new Removal());
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // Left to the system's own cleaning of temporary files.
        }
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        java.io.File file = folder.toFile();
        if (!file.canWrite() || !file.canExecute() || !file.canRead()) {
            boolean opened = file.setWritable(true) && file.setExecutable(true) && file.setReadable(true);
            return opened ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        return delete(file);
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
        return delete(file);
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException e) {
        return delete(folder);
    }

    private static FileVisitResult delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // One file that stays must not keep the others.
        }
        return FileVisitResult.CONTINUE;
    }
}
