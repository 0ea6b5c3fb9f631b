package org.wiregrade.sandbox;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** A temporary folder that goes as far as the machine lets it, whatever a hostile program left in it. */
final class Scratch implements AutoCloseable {
    private final Path folder;

    Scratch() throws IOException {
        folder = Files.createTempDirectory("wiregrade-run");
    }

    Path folder() {
        return folder;
    }

    /**
     * Deletes what can be deleted.
     *
     * <p>What cannot (a name that Java cannot decode, a folder deeper than the stack) stays in the system's temporary
     * folder: a student must not be able to break the grading by leaving an odd file.
     */
    @Override
    public void close() {
        remove(folder);
    }

    static void remove(Path folder) {
        try {
            Files.walkFileTree(folder, new Remover());
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // Left to the system's own cleaning of temporary files.
        }
    }

    private static final class Remover extends SimpleFileVisitor<Path> {
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
}
