package org.wiregrade.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/** What a file is by its first bytes; its name may say something else. */
enum ArchiveKind {
    ZIP("a zip"),
    TAR_GZ("a tar.gz"),
    TAR_BZ2("a tar.bz2"),
    TAR("a tar"),
    RAR("a RAR"),
    SEVEN_ZIP("a 7z"),
    XZ("an xz"),
    NONE("no");

    private static final int TAR_MAGIC_AT = 257;
    private static final int LOOKED_AT = 512;

    private final String words;

    ArchiveKind(String words) {
        this.words = words;
    }

    /** Such as {@code a zip}, to be followed by {@code archive}. */
    String words() {
        return words;
    }

    boolean isRead() {
        return this == ZIP || this == TAR_GZ || this == TAR_BZ2 || this == TAR;
    }

    static ArchiveKind of(Path file) throws IOException {
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(LOOKED_AT);
        }
        if (starts(start, 0, "PK\u0003\u0004") || starts(start, 0, "PK\u0005\u0006")) {
            return ZIP;
        }
        if (starts(start, 0, "\u001f\u008b")) {
            return TAR_GZ;
        }
        if (starts(start, 0, "BZh")) {
            return TAR_BZ2;
        }
        if (starts(start, TAR_MAGIC_AT, "ustar")) {
            return TAR;
        }
        if (starts(start, 0, "Rar!")) {
            return RAR;
        }
        if (starts(start, 0, "7z\u00bc\u00af")) {
            return SEVEN_ZIP;
        }
        return starts(start, 0, "\u00fd7zXZ") ? XZ : NONE;
    }

    /** Whether a file's name says that it is an archive of any kind. */
    static boolean isNamedLikeOne(String name) {
        return !stem(name).equals(name);
    }

    /** A file's name without the endings of archives. */
    static String stem(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (String ending : new String[] {
            ".zip", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tar.xz", ".txz", ".tar", ".rar", ".7z", ".gz"
        }) {
            if (lower.endsWith(ending) && lower.length() > ending.length()) {
                return name.substring(0, name.length() - ending.length());
            }
        }
        return name;
    }

    private static boolean starts(byte[] bytes, int from, String magic) {
        byte[] wanted = magic.getBytes(StandardCharsets.ISO_8859_1);
        return bytes.length >= from + wanted.length
                && Arrays.equals(bytes, from, from + wanted.length, wanted, 0, wanted.length);
    }
}
