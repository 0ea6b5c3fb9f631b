package org.wiregrade.sandbox.namespace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.wiregrade.jvm.JavaHome;
import org.wiregrade.jvm.Launch;
import org.wiregrade.jvm.SharedClasses;

/** The files that a box shows to its program, as words of bwrap's command line: all but two small folders in memory read-only. */
final class BoxFiles {
    /** Where the program's folder is seen. */
    static final String HOME = "/submission";

    /** Where the harness's own Java is seen. */
    static final String JAVA = "/opt/java";

    private static final long SHARED_MEMORY = 16L << 20;
    private static final List<Path> SYSTEM = List.of(
            Path.of("/usr/bin"),
            Path.of("/usr/lib"),
            Path.of("/usr/lib32"),
            Path.of("/usr/lib64"),
            Path.of("/usr/libexec"),
            Path.of("/usr/share"));
    private static final List<Path> SYSTEM_LINKS = List.of(
            Path.of("/bin"), Path.of("/lib"), Path.of("/lib32"), Path.of("/lib64"), Path.of("/etc/alternatives"));

    private final Path etc;
    private final long scratch;
    private final List<Path> javaElsewhere;

    /**
     * The files of boxes on this machine.
     *
     * @param etc a folder for the few files of {@code /etc}; written here
     * @param scratch the size of the folder that a program may write to, in bytes
     */
    BoxFiles(Path etc, long scratch) throws IOException {
        this.etc = etc;
        this.scratch = scratch;
        this.javaElsewhere = JavaHome.outside(SYSTEM);
        Files.writeString(etc.resolve("hosts"), "127.0.0.1 localhost submission\n::1 localhost\n");
        Files.writeString(etc.resolve("nsswitch.conf"), "hosts: files\npasswd: files\ngroup: files\n");
    }

    List<String> words(Launch launch) throws IOException {
        List<String> words = new ArrayList<>();
        for (String folder : List.of("/usr", "/opt", "/etc")) {
            make(words, Path.of(folder));
        }
        system(words);
        show(words, JavaHome.folder(), JAVA);
        for (Path folder : javaElsewhere) {
            show(words, folder, folder.toString());
        }
        for (String file : List.of("hosts", "nsswitch.conf")) {
            show(words, etc.resolve(file), "/etc/" + file);
        }
        devices(words);
        memory(words, scratch, "/tmp");
        show(words, launch.home().toRealPath(), HOME);
        launch.shared().map(SharedClasses::folder).ifPresent(folder -> showBelowItsParents(words, folder));
        words.addAll(List.of("--remount-ro", "/", "--chdir", "/tmp"));
        return words;
    }

    private static void system(List<String> words) throws IOException {
        for (Path folder : SYSTEM) {
            if (Files.isDirectory(folder)) {
                show(words, folder, folder.toString());
            }
        }
        for (Path link : SYSTEM_LINKS) {
            if (Files.isSymbolicLink(link)) {
                words.addAll(List.of("--symlink", Files.readSymbolicLink(link).toString(), link.toString()));
            } else if (Files.isDirectory(link)) {
                show(words, link, link.toString());
            }
        }
    }

    private static void devices(List<String> words) {
        words.addAll(List.of("--proc", "/proc", "--dev", "/dev"));
        // Mapped as shared, zeros are memory that no limit counts.
        words.addAll(List.of("--dev-bind", "/dev/null", "/dev/zero"));
        memory(words, SHARED_MEMORY, "/dev/shm");
        words.addAll(List.of("--remount-ro", "/dev"));
    }

    private static void showBelowItsParents(List<String> words, Path folder) {
        for (int depth = 1; depth < folder.getNameCount(); depth++) {
            make(words, folder.getRoot().resolve(folder.subpath(0, depth)));
        }
        show(words, folder, folder.toString());
    }

    /** What bwrap makes without being told to is for root alone. */
    private static void make(List<String> words, Path folder) {
        words.addAll(List.of("--perms", "0755", "--dir", folder.toString()));
    }

    private static void show(List<String> words, Path here, String there) {
        words.addAll(List.of("--ro-bind", here.toString(), there));
    }

    private static void memory(List<String> words, long bytes, String there) {
        words.addAll(List.of("--perms", "1777", "--size", String.valueOf(bytes), "--tmpfs", there));
    }
}
