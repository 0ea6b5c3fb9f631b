package org.wiregrade.jvm;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Archives of what students' programs load of Java and of a lab's libraries, which Java maps into memory instead of
 * reading, checking and linking class by class, most of a small program's time (class data sharing, JEP 310).
 *
 * <p>The launcher says where they are kept; wiregrade started in another way does without.
 */
public final class ClassArchive {
    /** The heap of the programs: objects of an archive that was made with the same need no correcting. */
    public static final String HEAP = "-Xmx64m";

    /** The folder, and in it the names of the classes that such programs use. */
    private static final String FOLDER = "wiregrade.programs";

    private static final String NAMES = "classes.lst";
    private static final long PATIENCE_S = 60;
    private static final int KEY_DIGITS = 16;
    private static final Logger LOGGER = Logger.getLogger("org.wiregrade");

    private static final Map<List<Path>, Optional<SharedClasses>> KNOWN = new HashMap<>();

    private ClassArchive() {}

    /** The archive for programs that use these libraries, kept from run to run; nothing where that cannot be. */
    public static Optional<SharedClasses> of(List<Path> libraries) {
        String folder = System.getProperty(FOLDER);
        if (folder == null) {
            return Optional.empty();
        }
        synchronized (KNOWN) {
            return KNOWN.computeIfAbsent(libraries, jars -> in(Path.of(folder).toAbsolutePath(), jars));
        }
    }

    static Optional<SharedClasses> in(Path folder, List<Path> libraries) {
        Path names = folder.resolve(NAMES);
        if (!Files.isRegularFile(names)) {
            return Optional.empty();
        }
        try {
            Path place = folder.resolve(key(libraries));
            var shared = new SharedClasses(
                    place.resolve("classes.jsa"),
                    libraries.stream()
                            .map(library -> place.resolve(library.getFileName()))
                            .toList());
            if (!Files.isRegularFile(shared.archive())) {
                make(names, libraries, shared);
            }
            return Files.isRegularFile(shared.archive()) ? Optional.of(shared) : Optional.empty();
        } catch (IOException e) {
            LOGGER.log(Level.FINE, "an archive of classes", e);
            return Optional.empty();
        }
    }

    private static String key(List<Path> libraries) throws IOException {
        try {
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            for (Path library : libraries) {
                hash.update(Files.readAllBytes(library));
            }
            return HexFormat.of().formatHex(hash.digest()).substring(0, KEY_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One process at a time: an archive is good for the very files that it was made for, not for equal ones. */
    private static void make(Path names, List<Path> libraries, SharedClasses shared) throws IOException {
        Path lock = names.resolveSibling("lock");
        try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var held = channel.lock()) {
            if (held.isValid() && !Files.isRegularFile(shared.archive())) {
                Files.createDirectories(shared.folder());
                for (int i = 0; i < libraries.size(); i++) {
                    Files.copy(libraries.get(i), shared.libraries().get(i), StandardCopyOption.REPLACE_EXISTING);
                }
                Path unfinished = shared.folder().resolve("unfinished");
                if (dump(names, shared, unfinished)) {
                    Files.move(unfinished, shared.archive(), StandardCopyOption.ATOMIC_MOVE);
                }
            }
        }
    }

    /** G1 is the collector that puts objects into an archive, and that programs have. */
    private static boolean dump(Path names, SharedClasses shared, Path archive) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                JavaHome.launcher(),
                "-Xshare:dump",
                "-XX:+UseG1GC",
                HEAP,
                "-Xlog:disable",
                "-XX:SharedClassListFile=" + names,
                "-XX:SharedArchiveFile=" + archive));
        command.addAll(shared.libraryOptions());
        Process java = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            return java.waitFor(PATIENCE_S, TimeUnit.SECONDS) && java.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            java.destroyForcibly();
        }
    }
}
