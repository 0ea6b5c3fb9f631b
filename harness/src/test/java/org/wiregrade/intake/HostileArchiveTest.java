package org.wiregrade.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.UnixStat;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileArchiveTest {
    private static final byte[] TEXT = "class A {}\n".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    @AfterEach
    void nothingIsWrittenOutsideTheWorkFolder() throws IOException {
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).isSubsetOf("class", "work");
        }
    }

    @Test
    void aNameThatLeadsOutOfTheFolderIsRefused() throws IOException {
        assertThat(reason(Archives.zip(in("mallory.zip"), Map.of("../../escaped.txt", "x"))))
                .isEqualTo("The archive mallory.zip cannot be used: a name in it leads out of its folder:"
                        + " ../../escaped.txt.");
        assertThat(reason(Archives.tarGz(in("mallory.tar.gz"), tar -> Archives.entry(tar, "a/../../x", TEXT))))
                .contains("leads out of its folder");
    }

    @Test
    void aNameWithBackslashesIsJudgedAsOneWithSlashes() throws IOException {
        assertThat(reason(Archives.zip(in("mallory.zip"), Map.of("..\\..\\escaped.txt", "x"))))
                .contains("leads out of its folder");
    }

    @Test
    void aNameFromTheRootIsRefused() throws IOException {
        assertThat(reason(
                        Archives.tarGz(in("mallory.tgz"), tar -> Archives.entry(tar, "/tmp/wiregrade-escaped", TEXT))))
                .contains("starts at the root of a disk: /tmp/wiregrade-escaped");
        assertThat(reason(Archives.zip(in("drive.zip"), Map.of("C:\\escaped.txt", "x"))))
                .contains("starts at the root of a disk");
        assertThat(Path.of("/tmp/wiregrade-escaped")).doesNotExist();
    }

    @Test
    void aZipBombIsRefusedBeforeItFillsTheDisk() throws IOException {
        Path bomb = Archives.zip(in("mallory.zip"), zip -> zeros(zip, "bomb.bin", 200));

        assertThat(Files.size(bomb)).isLessThan(300_000);
        assertThat(reason(bomb)).contains("unpacks to more than 100 times its own size, as an archive bomb does");
        assertThat(bytesBelow(folder.resolve("work"))).isLessThan(40L << 20);
    }

    @Test
    void aTarWhoseNamesAreABombIsRefused() throws IOException {
        Path bomb = Archives.tarGz(in("mallory.tar.gz"), tar -> {
            byte[] name = new byte[8 << 20];
            Arrays.fill(name, (byte) 'a');
            var entry = new TarArchiveEntry("././@LongLink", TarConstants.LF_GNUTYPE_LONGNAME);
            entry.setSize(name.length);
            tar.putArchiveEntry(entry);
            tar.write(name);
            tar.closeArchiveEntry();
        });

        assertThat(reason(bomb)).contains("headers are larger than its files");
    }

    @Test
    void anArchiveInAnArchiveIsUnpackedOnceAndNotTwice() throws IOException {
        byte[] inner = bytesOfZip("alice/src/main/java/A.java", TEXT);
        byte[] twice = bytesOfZip("middle.zip", inner);

        assertThat(open(Archives.zip(in("alice.zip"), zip -> Archives.entry(zip, "inner.zip", inner))))
                .isInstanceOfSatisfying(
                        Opened.Ready.class,
                        ready -> assertThat(ready.submission().folder().resolve("src/main/java/A.java"))
                                .exists());
        assertThat(reason(Archives.zip(in("mallory.zip"), zip -> Archives.entry(zip, "inner.zip", twice))))
                .contains("it is an archive in an archive in an archive");
    }

    @Test
    void aBombInAnArchiveIsRefusedByTheSizeOfTheOuterOne() throws IOException {
        var bomb = new ByteArrayOutputStream();
        try (var zip = new ZipArchiveOutputStream(bomb)) {
            zeros(zip, "bomb.bin", 200);
        }

        assertThat(reason(Archives.zip(in("mallory.zip"), zip -> Archives.entry(zip, "i.zip", bomb.toByteArray()))))
                .contains("as an archive bomb does");
    }

    @Test
    void linksAreRefused() throws IOException {
        assertThat(reason(Archives.tarGz(
                        in("soft.tar.gz"), tar -> Archives.link(tar, "evil", "/etc/passwd", TarConstants.LF_SYMLINK))))
                .contains("it holds a link: evil; hand in the file itself");
        assertThat(reason(Archives.tarGz(
                        in("hard.tar.gz"), tar -> Archives.link(tar, "evil", "/etc/passwd", TarConstants.LF_LINK))))
                .contains("it holds a link");
        assertThat(reason(Archives.zip(in("soft.zip"), zip -> {
                    var link = new ZipArchiveEntry("evil");
                    link.setUnixMode(UnixStat.LINK_FLAG | 0777);
                    zip.putArchiveEntry(link);
                    zip.write("/etc/passwd".getBytes(StandardCharsets.UTF_8));
                    zip.closeArchiveEntry();
                })))
                .contains("it holds a link");
    }

    @Test
    void aDeviceIsRefused() throws IOException {
        assertThat(reason(Archives.tarGz(
                        in("mallory.tar.gz"), tar -> Archives.link(tar, "disk", "", TarConstants.LF_BLK))))
                .contains("a device or another special file: disk");
    }

    @Test
    void aHundredThousandFilesAreRefused() throws IOException {
        Path many = in("mallory.zip");
        try (var zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(many)))) {
            for (int file = 0; file < 100_000; file++) {
                zip.putNextEntry(new ZipEntry("file-" + file));
            }
        }

        assertThat(reason(many)).contains("it holds more than 5,000 files");
        assertThat(reason(Archives.tarGz(in("mallory.tar.gz"), tar -> {
                    for (int file = 0; file < 5_001; file++) {
                        Archives.entry(tar, "file-" + file, new byte[0]);
                    }
                })))
                .contains("it holds more than 5,000 files");
    }

    @Test
    void badNamesAreRefused() throws IOException {
        assertThat(reason(Archives.zip(in("escape.zip"), Map.of("\u001b[2J.java", "x"))))
                .contains("control characters or is too long: ?[2J.java");
        assertThat(reason(Archives.zip(in("long.zip"), Map.of("a".repeat(300), "x"))))
                .contains("too long");
        assertThat(reason(Archives.zip(in("deep.zip"), Map.of("d/".repeat(60) + "x", "x"))))
                .contains("folders more than 24 deep");
        assertThat(reason(Archives.zip(in("both.zip"), zip -> {
                    Archives.entry(zip, "a", TEXT);
                    Archives.entry(zip, "a/b", TEXT);
                })))
                .contains("a file and a folder at once: a/b");
        assertThat(reason(Archives.tarGz(in("twice.tar.gz"), tar -> {
                    Archives.entry(tar, "A.java", TEXT);
                    Archives.entry(tar, "A.java", TEXT);
                })))
                .contains("the same name twice: A.java");
    }

    @Test
    void anEncryptedZipIsRefused() throws IOException {
        byte[] zip = bytesOfZip("A.java", TEXT);
        zip[6] |= 1;
        int directory = indexOf(zip, new byte[] {'P', 'K', 1, 2});
        zip[directory + 8] |= 1;

        assertThat(reason(Files.write(in("mallory.zip"), zip)))
                .contains("it is encrypted; hand it in without a password");
    }

    @Test
    void truncatedArchivesAreRefused() throws IOException {
        byte[] noise = new byte[100_000];
        new java.util.Random(7).nextBytes(noise);
        byte[] zip = bytesOfZip("noise.bin", noise);
        Path tar = Archives.tarGz(in("whole.tar.gz"), out -> Archives.entry(out, "noise.bin", noise));
        byte[] tarGz = Files.readAllBytes(tar);

        assertThat(reason(Files.write(in("cut.zip"), Arrays.copyOf(zip, zip.length / 2))))
                .contains("it is cut off");
        assertThat(reason(Files.write(in("cut.tar.gz"), Arrays.copyOf(tarGz, tarGz.length / 2))))
                .contains("it is cut off: it ends in the middle of a file; upload it again");
    }

    @Test
    void damagedContentIsNeverTheHarnesssFault() throws IOException {
        byte[] noise = new byte[20_000];
        var random = new java.util.Random(11);
        random.nextBytes(noise);
        byte[] whole = bytesOfZip("noise.bin", noise);
        for (int round = 0; round < 100; round++) {
            byte[] damaged = whole.clone();
            for (int change = 0; change < 4; change++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            Path file = Files.write(in("damaged.zip"), damaged);
            new HandedIn("damaged", "", java.util.Optional.of(file), List.of())
                    .open(folder.resolve("work/damaged-" + round));
        }
    }

    @Test
    void anArchiveOfAnotherKindThanItsNameIsReadByItsContent() throws IOException {
        Path tar = Archives.tarGz(in("alice.zip"), out -> Archives.entry(out, "src/A.java", TEXT));

        assertThat(open(tar)).isInstanceOf(Opened.Ready.class);
    }

    @Test
    void whatIsNoArchiveOrNoneThatIsReadIsRefusedByName() throws IOException {
        assertThat(reason(Files.writeString(in("report.zip"), "Dear tutor, my zip does not work")))
                .isEqualTo("The archive report.zip cannot be used: it is no archive, whatever its name says.");
        assertThat(reason(Files.writeString(in("lab.zip"), "Rar!\u001a\u0007")))
                .contains("it is a RAR archive; hand in a zip or a tar.gz");
    }

    @Test
    void emptyArchivesAreRefused() throws IOException {
        assertThat(reason(Files.write(in("empty.zip"), new byte[0]))).contains("it is empty: 0 bytes");
        assertThat(reason(Archives.zip(in("hollow.zip"), Map.of()))).contains("it holds no files");
        assertThat(reason(Archives.zip(in("clutter.zip"), Map.of("__MACOSX/._A.java", "x"))))
                .contains("it holds no files");
    }

    private Path in(String name) throws IOException {
        return Files.createDirectories(folder.resolve("class")).resolve(name);
    }

    private Opened open(Path archive) throws IOException {
        Path alone = Files.createDirectories(folder.resolve("class/of-" + archive.getFileName()));
        Files.move(archive, alone.resolve(archive.getFileName()));
        Intake intake = Intake.of(alone, folder.resolve("work"));
        assertThat(intake.handedIn()).hasSize(1);
        return intake.handedIn().get(0).open(folder.resolve("work/" + archive.getFileName()));
    }

    private String reason(Path archive) throws IOException {
        Opened opened = open(archive);
        assertThat(opened).isInstanceOf(Opened.Rejected.class);
        return ((Opened.Rejected) opened).reason();
    }

    private static byte[] bytesOfZip(String name, byte[] content) throws IOException {
        Path file = Files.createTempFile("wiregrade", ".zip");
        try {
            return Files.readAllBytes(Archives.zip(file, zip -> Archives.entry(zip, name, content)));
        } finally {
            Files.delete(file);
        }
    }

    private static void zeros(ZipArchiveOutputStream zip, String name, int mebibytes) throws IOException {
        zip.putArchiveEntry(new ZipArchiveEntry(name));
        byte[] block = new byte[1 << 20];
        for (int written = 0; written < mebibytes; written++) {
            zip.write(block);
        }
        zip.closeArchiveEntry();
    }

    private static int indexOf(byte[] bytes, byte[] wanted) {
        for (int at = 0; at + wanted.length <= bytes.length; at++) {
            if (Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
        throw new AssertionError("not found");
    }

    private static long bytesBelow(Path root) throws IOException {
        try (var files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}
