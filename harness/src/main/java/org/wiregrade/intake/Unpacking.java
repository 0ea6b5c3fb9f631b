package org.wiregrade.intake;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.wiregrade.submission.Clutter;

/** Unpacks a student's archive into a folder, trusting nothing in it. */
final class Unpacking {
    private static final int MOST_NESTED = 2;

    private final Path target;
    private final Allowance allowance;
    private final Predicate<Path> clutter;

    private Unpacking(Path target, Allowance allowance, Predicate<Path> clutter) {
        this.target = target;
        this.allowance = allowance;
        this.clutter = clutter;
    }

    /**
     * Unpacks all files but those that systems and editors leave behind.
     *
     * <p>An archive that holds nothing but another archive is unpacked once more.
     *
     * @throws RefusedArchive where the archive is damaged, hostile or too large; some of it may be in the folder then
     */
    static void unpack(Path archive, Path target) throws IOException {
        Allowance allowance = Allowance.ofOne(Files.size(archive));
        Path from = archive;
        Path inner = target.resolve("inner");
        for (int nested = 0; ; nested++) {
            Path into = Files.createDirectories(target.resolve(nested == 0 ? "files" : "files-" + nested));
            new Unpacking(into, allowance, Clutter::has).unpack(from);
            Files.deleteIfExists(inner);
            Path only = onlyFile(into);
            if (only == null || !ArchiveKind.isNamedLikeOne(only.getFileName().toString())) {
                return;
            }
            if (nested + 1 == MOST_NESTED) {
                throw new RefusedArchive("it is an archive in an archive in an archive");
            }
            from = Files.move(only, inner);
            remove(into);
        }
    }

    /** Unpacks a platform's export; the archives in it stay as they are, and what is only hidden is kept. */
    static void unpackClass(Path archive, Path target) throws IOException {
        Allowance allowance = Allowance.ofClass(Files.size(archive));
        new Unpacking(Files.createDirectories(target), allowance, Clutter::isOfSystem).unpack(archive);
    }

    private void unpack(Path archive) throws IOException {
        ArchiveKind kind = ArchiveKind.of(archive);
        if (Files.size(archive) == 0) {
            throw new RefusedArchive("it is empty: 0 bytes");
        }
        if (!kind.isRead()) {
            throw new RefusedArchive(
                    kind == ArchiveKind.NONE
                            ? "it is no archive, whatever its name says"
                            : "it is " + kind.words() + " archive; hand in a zip or a tar.gz");
        }
        int written;
        try {
            written = kind == ArchiveKind.ZIP ? unzip(archive) : untar(archive, kind);
        } catch (RefusedArchive e) {
            throw e;
        } catch (EOFException e) {
            throw new RefusedArchive("it is cut off: it ends in the middle of a file; upload it again");
        } catch (FileAlreadyExistsException e) {
            throw new RefusedArchive("it holds the same name twice: "
                    + EntryName.shown(target.relativize(Path.of(e.getFile())).toString()));
        } catch (ZipException | IllegalArgumentException e) {
            throw RefusedArchive.damaged(e);
        } catch (IOException e) {
            // commons-compress has no type of its own for bad content; ours are the failures that name a file.
            if (e instanceof FileSystemException) {
                throw e;
            }
            throw RefusedArchive.damaged(e);
        }
        if (written == 0) {
            throw new RefusedArchive("it holds no files");
        }
    }

    private int unzip(Path archive) throws IOException {
        // ZipFile reads the whole directory into memory.
        if (ZipDirectory.size(archive) > allowance.largestDirectory()) {
            throw allowance.tooManyFiles();
        }
        int written = 0;
        try (ZipFile zip = ZipFile.builder().setPath(archive).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                allowance.file();
                if (entry.getGeneralPurposeBit().usesEncryption()) {
                    throw new RefusedArchive("it is encrypted; hand it in without a password");
                }
                if (entry.isUnixSymlink()) {
                    throw RefusedArchive.link(entry.getName());
                }
                if (!zip.canReadEntryData(entry)) {
                    throw new RefusedArchive("it uses a compression that is not read here; hand in an ordinary zip");
                }
                Path place = EntryName.below(target, entry.getName());
                if (!entry.isDirectory() && !clutter.test(target.relativize(place))) {
                    try (InputStream content = zip.getInputStream(entry)) {
                        write(content, entry.getName(), place);
                    }
                    written++;
                }
            }
        }
        return written;
    }

    private int untar(Path archive, ArchiveKind kind) throws IOException {
        int written = 0;
        try (var file = new BufferedInputStream(Files.newInputStream(archive));
                var metered = new Metered(decompressed(file, kind));
                var tar = new TarArchiveInputStream(metered)) {
            while (true) {
                metered.expectHeaders();
                TarArchiveEntry entry = tar.getNextEntry();
                if (entry == null) {
                    return written;
                }
                metered.expectContent();
                allowance.file();
                if (entry.isSymbolicLink() || entry.isLink()) {
                    throw RefusedArchive.link(entry.getName());
                }
                Path place = EntryName.below(target, entry.getName());
                if (entry.isDirectory()) {
                    continue;
                }
                if (isSpecial(entry) || !tar.canReadEntryData(entry)) {
                    throw new RefusedArchive(
                            "it holds a device or another special file: " + EntryName.shown(entry.getName()));
                }
                if (clutter.test(target.relativize(place))) {
                    copy(tar, entry.getName(), OutputStream.nullOutputStream());
                } else {
                    write(tar, entry.getName(), place);
                    written++;
                }
            }
        }
    }

    private static boolean isSpecial(TarArchiveEntry entry) {
        return entry.isBlockDevice() || entry.isCharacterDevice() || entry.isFIFO();
    }

    private static InputStream decompressed(InputStream file, ArchiveKind kind) throws IOException {
        return switch (kind) {
            case TAR_GZ ->
                GzipCompressorInputStream.builder().setInputStream(file).get();
            case TAR_BZ2 -> new BZip2CompressorInputStream(file);
            default -> file;
        };
    }

    private void write(InputStream content, String name, Path place) throws IOException {
        if (place.equals(target)) {
            throw new RefusedArchive("it holds a file without a name");
        }
        try {
            Files.createDirectories(place.getParent());
        } catch (FileAlreadyExistsException e) {
            throw new RefusedArchive("a name in it is a file and a folder at once: " + EntryName.shown(name));
        }
        try (OutputStream out = Files.newOutputStream(place, StandardOpenOption.CREATE_NEW)) {
            copy(content, name, out);
        }
    }

    private void copy(InputStream content, String name, OutputStream out) throws IOException {
        byte[] buffer = new byte[1 << 14];
        long inFile = 0;
        for (int length; (length = content.read(buffer)) >= 0; inFile += length) {
            allowance.bytes(EntryName.shown(name), inFile, length);
            out.write(buffer, 0, length);
        }
    }

    private static Path onlyFile(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            List<Path> first = files.filter(Files::isRegularFile).limit(2).toList();
            return first.size() == 1 ? first.get(0) : null;
        }
    }

    private static void remove(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
