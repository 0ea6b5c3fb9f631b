package org.wiregrade.submission;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The folder that a student starts from, held in memory. */
public final class Template {
    private static final String SOURCES = "src/main/java/";
    private static final String BUNDLED = "/org/wiregrade/template/";

    private final SortedMap<String, byte[]> files;

    private Template(SortedMap<String, byte[]> files) {
        this.files = Collections.unmodifiableSortedMap(files);
    }

    /** The template that this harness was built with. */
    public static Template bundled() {
        URL pom = Template.class.getResource(BUNDLED + "pom.xml");
        if (pom == null) {
            throw new IllegalStateException("this harness was built without the students' template");
        }
        try {
            if (pom.openConnection() instanceof JarURLConnection inJar) {
                Path jar = Path.of(inJar.getJarFileURL().toURI());
                try (FileSystem content = FileSystems.newFileSystem(jar)) {
                    return in(content.getPath(BUNDLED));
                }
            }
            return in(Path.of(URI.create(pom.toString())).resolveSibling(""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The template in a folder; what a build left there is no part of it. */
    public static Template in(Path folder) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        List<Path> paths = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .forEach(paths::add);
        }
        for (Path file : paths) {
            String path = folder.relativize(file).toString().replace('\\', '/');
            if (!path.startsWith("target/")) {
                files.put(path, Files.readAllBytes(file));
            }
        }
        return new Template(files);
    }

    /** Hexadecimal SHA-256 over all paths and contents. */
    public String hash() {
        var hash = new ContentHash();
        files.forEach(hash::add);
        return hash.hex();
    }

    /** All paths, with forward slashes, sorted. */
    public List<String> paths() {
        return List.copyOf(files.keySet());
    }

    /**
     * The text of a file, its lines ended by {@code \n}.
     *
     * @throws IllegalArgumentException if the template has no such file
     */
    public String text(String path) {
        byte[] bytes = files.get(path);
        if (bytes == null) {
            throw new IllegalArgumentException("the template has no " + path);
        }
        return SourceText.normal(new String(bytes, StandardCharsets.UTF_8));
    }

    /** The paths of a Java package's sources, sorted. */
    public List<String> sources(String packageName) {
        String prefix = SOURCES + packageName.replace('.', '/') + "/";
        return files.keySet().stream()
                .filter(path -> path.startsWith(prefix) && path.endsWith(".java"))
                .filter(path -> path.indexOf('/', prefix.length()) < 0)
                .toList();
    }

    /** Writes all files below a folder, which is made where it does not exist; files in the way are replaced. */
    public void copyTo(Path folder) throws IOException {
        for (var file : files.entrySet()) {
            Path to = folder.resolve(file.getKey());
            Files.createDirectories(to.getParent());
            Files.write(to, file.getValue());
        }
    }
}
