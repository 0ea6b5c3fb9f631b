package org.wiregrade.sandbox.container;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Makes folders and files that the other users in a container can read, whatever the harness's own umask is. */
final class ReadableFiles {
    private static final Set<PosixFilePermission> FOR_ALL = PosixFilePermissions.fromString("rwxr-xr-x");

    private ReadableFiles() {}

    static Path folder(Path folder) throws IOException {
        return Files.setPosixFilePermissions(Files.createDirectory(folder), FOR_ALL);
    }

    /** Writes a file below a folder, and the folders between them. */
    static void write(Path folder, String name, InputStream bytes) throws IOException {
        Path file = folder.resolve(name);
        for (Path below : folder.relativize(file.getParent())) {
            folder = folder.resolve(below);
            if (!Files.isDirectory(folder)) {
                folder(folder);
            }
        }
        Files.copy(bytes, file);
        Files.setPosixFilePermissions(file, FOR_ALL);
    }

    /** Copies a folder; links are left out. */
    static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                folder(to.resolve(from.relativize(folder).toString()));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (attributes.isRegularFile()) {
                    Path copy = to.resolve(from.relativize(file).toString());
                    Files.setPosixFilePermissions(Files.copy(file, copy), FOR_ALL);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
