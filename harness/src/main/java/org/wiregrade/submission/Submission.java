package org.wiregrade.submission;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one student handed in.
 *
 * @param name what reports call it
 * @param folder where its {@code src} and {@code evidence} are
 */
public record Submission(String name, Path folder) {
    private static final int DEEPEST = 3;

    /** The submission in a folder, or in the only folder inside it, as unpacked archives often are. */
    public static Submission in(Path folder) throws IOException {
        Path named = folder.toAbsolutePath().normalize();
        String name =
                named.getFileName() == null ? "submission" : named.getFileName().toString();
        Path root = folder;
        for (int depth = 0; depth < DEEPEST; depth++) {
            List<Path> content = content(root);
            if (content.size() != 1 || !isFolder(content.get(0)) || isPart(content.get(0))) {
                break;
            }
            root = content.get(0);
        }
        return new Submission(name, root);
    }

    /** A file by its path in the template, such as {@code src/main/java/chat/ChatServer.java}; links are not followed. */
    public Optional<Path> file(String path) {
        Path file = folder;
        for (Path part : Path.of(path)) {
            file = file.resolve(part);
            if (part.toString().equals("..") || Files.isSymbolicLink(file)) {
                return Optional.empty();
            }
        }
        return isFile(file) ? Optional.of(file) : Optional.empty();
    }

    /**
     * A file by its name alone, upper and lower case alike: in {@code evidence}, beside it, or in any folder near.
     *
     * <p>Where several have the name, the one that is least deep counts.
     */
    public Optional<Path> find(String fileName) throws IOException {
        Optional<Path> inPlace = file("evidence/" + fileName).or(() -> file(fileName));
        if (inPlace.isPresent()) {
            return inPlace;
        }
        try (Stream<Path> files = Files.walk(folder, DEEPEST)) {
            return files.filter(file -> file.getFileName().toString().equalsIgnoreCase(fileName))
                    .filter(file -> !Clutter.has(folder.relativize(file)) && isFile(file))
                    .min(Comparator.comparing(Path::getNameCount).thenComparing(Comparator.naturalOrder()));
        }
    }

    /** The paths of all Java files below {@code src/main/java}, with forward slashes, sorted. */
    public List<String> sources() throws IOException {
        Path root = folder.resolve("src/main/java");
        if (!isFolder(root)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java") && isFile(file))
                    .map(folder::relativize)
                    .filter(path -> !Clutter.has(path))
                    .map(path -> path.toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    private static List<Path> content(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !Clutter.has(file.getFileName())).toList();
        }
    }

    private static boolean isPart(Path folder) {
        String name = folder.getFileName().toString();
        return name.equals("src") || name.equalsIgnoreCase("evidence");
    }

    private static boolean isFile(Path path) {
        return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
    }

    private static boolean isFolder(Path path) {
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    }
}
