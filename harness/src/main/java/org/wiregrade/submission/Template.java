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
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The folder that a student starts from, held in memory. */
public final class Template {
    private static final String SOURCES = "src/main/java/";
    private static final String BUNDLED = "/org/wiregrade/template/";

    /** What a handout of a lab's own takes over from the common one. */
    private static final String SHARED = SOURCES + "lab/";

    private static final String POM = "pom.xml";
    private static final String ALL_LABS = "<lab>all</lab>";

    private final SortedMap<String, byte[]> files;

    /** The files of handouts that a lab has for itself, by the lab's name; their sources are part of the template, too. */
    private final Map<String, Map<String, byte[]>> ownHandouts;

    private Template(SortedMap<String, byte[]> files, Map<String, Map<String, byte[]>> ownHandouts) {
        this.files = Collections.unmodifiableSortedMap(files);
        this.ownHandouts = ownHandouts;
    }

    /** The template that this harness was built with. */
    public static Template bundled() {
        URL pom = Template.class.getResource(BUNDLED + POM);
        if (pom == null) {
            throw new IllegalStateException("this harness was built without the students' template");
        }
        try {
            if (pom.openConnection() instanceof JarURLConnection inJar) {
                Path jar = Path.of(inJar.getJarFileURL().toURI());
                try (FileSystem content = FileSystems.newFileSystem(jar)) {
                    return withOwnHandouts(content.getPath(BUNDLED));
                }
            }
            return withOwnHandouts(Path.of(URI.create(pom.toString())).resolveSibling(""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The template in a folder, with the handouts in the folders beside it whose names go on behind its name. */
    private static Template withOwnHandouts(Path folder) throws IOException {
        Map<String, Map<String, byte[]>> own = new TreeMap<>();
        String prefix = folder.getFileName().toString().replace("/", "") + "-";
        List<Path> beside = new ArrayList<>();
        try (Stream<Path> all = Files.list(folder.toAbsolutePath().getParent())) {
            all.forEach(beside::add);
        }
        for (Path each : beside) {
            String name = each.getFileName().toString().replace("/", "");
            if (name.startsWith(prefix)) {
                own.put(name.substring(prefix.length()), in(each).files);
            }
        }
        SortedMap<String, byte[]> files = new TreeMap<>(in(folder).files);
        own.values()
                .forEach(handout -> handout.forEach((path, content) -> {
                    if (path.startsWith(SOURCES)) {
                        files.put(path, content);
                    }
                }));
        return new Template(files, own);
    }

    /** What students of a lab get: the lab's own handout where it has one, else the one that the other labs share. */
    public Template handout(String lab) {
        SortedMap<String, byte[]> handout = new TreeMap<>();
        if (!ownHandouts.containsKey(lab)) {
            handout.putAll(files);
            for (Map<String, byte[]> own : ownHandouts.values()) {
                handout.keySet().removeIf(path -> path.startsWith(SOURCES) && own.containsKey(path));
            }
        } else {
            String pom = text(POM).replace(ALL_LABS, "<lab>" + lab + "</lab>");
            handout.put(POM, pom.getBytes(StandardCharsets.UTF_8));
            files.forEach((path, content) -> {
                if (path.startsWith(SHARED)) {
                    handout.put(path, content);
                }
            });
            handout.putAll(ownHandouts.get(lab));
        }
        return new Template(handout, new TreeMap<>());
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
        return new Template(files, new TreeMap<>());
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
