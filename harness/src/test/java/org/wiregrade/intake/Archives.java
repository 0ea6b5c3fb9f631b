package org.wiregrade.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;

/** Makes archives for tests, honest ones and hostile ones. */
final class Archives {
    interface ZipContent {
        void write(ZipArchiveOutputStream zip) throws IOException;
    }

    interface TarContent {
        void write(TarArchiveOutputStream tar) throws IOException;
    }

    private Archives() {}

    static Path zip(Path file, ZipContent content) throws IOException {
        Files.createDirectories(file.getParent());
        try (var zip = new ZipArchiveOutputStream(file.toFile())) {
            content.write(zip);
        }
        return file;
    }

    static Path zip(Path file, Map<String, String> files) throws IOException {
        return zip(file, zip -> {
            for (var each : files.entrySet()) {
                entry(zip, each.getKey(), each.getValue().getBytes(StandardCharsets.UTF_8));
            }
        });
    }

    static void entry(ZipArchiveOutputStream zip, String name, byte[] content) throws IOException {
        zip.putArchiveEntry(new ZipArchiveEntry(name));
        zip.write(content);
        zip.closeArchiveEntry();
    }

    static Path tarGz(Path file, TarContent content) throws IOException {
        Files.createDirectories(file.getParent());
        try (OutputStream out = Files.newOutputStream(file);
                var gzip = new GzipCompressorOutputStream(out);
                var tar = new TarArchiveOutputStream(gzip)) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
            content.write(tar);
        }
        return file;
    }

    static void entry(TarArchiveOutputStream tar, String name, byte[] content) throws IOException {
        var entry = new TarArchiveEntry(name, true);
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
    }

    static void link(TarArchiveOutputStream tar, String name, String target, byte kind) throws IOException {
        var entry = new TarArchiveEntry(name, kind);
        entry.setLinkName(target);
        tar.putArchiveEntry(entry);
        tar.closeArchiveEntry();
    }
}
