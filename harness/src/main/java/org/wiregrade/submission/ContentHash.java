package org.wiregrade.submission;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A name for the content of some files: equal names and contents have equal hashes. */
public final class ContentHash {
    private static final Set<String> IGNORED = Set.of("target", ".git", ".idea", ".vscode", "__MACOSX", ".DS_Store");

    private final MessageDigest digest = sha256();

    ContentHash() {}

    /** Hexadecimal SHA-256 over files and folders as they lie there, so that an archive need not be opened. */
    public static String of(List<Path> filesAndFolders) throws IOException {
        var hash = new ContentHash();
        for (Path each : filesAndFolders) {
            hash.add(each);
        }
        return hash.hex();
    }

    /** Hexadecimal SHA-256 over a folder's regular files, build output and editor files left out. */
    public static String of(Path folder) throws IOException {
        var hash = new ContentHash();
        hash.add(folder);
        return hash.hex();
    }

    private void add(Path fileOrFolder) throws IOException {
        boolean isFolder = Files.isDirectory(fileOrFolder, LinkOption.NOFOLLOW_LINKS);
        for (Path file : isFolder ? files(fileOrFolder) : List.of(fileOrFolder)) {
            Path name = isFolder ? fileOrFolder.relativize(file) : file.getFileName();
            begin(name.toString().replace('\\', '/'), Files.size(file));
            try (InputStream content = Files.newInputStream(file)) {
                byte[] buffer = new byte[64 << 10];
                for (int length; (length = content.read(buffer)) > 0; ) {
                    digest.update(buffer, 0, length);
                }
            }
        }
    }

    void add(String name, byte[] content) {
        begin(name, content.length);
        digest.update(content);
    }

    private void begin(String name, long size) {
        digest.update((name + "\0" + size + "\0").getBytes(StandardCharsets.UTF_8));
    }

    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(file -> counts(folder.relativize(file)))
                    .sorted()
                    .toList();
        }
    }

    private static boolean counts(Path relative) {
        for (Path part : relative) {
            if (IGNORED.contains(part.toString())) {
                return false;
            }
        }
        return true;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
