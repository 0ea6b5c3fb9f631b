package org.wiregrade.regions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.wiregrade.submission.Submission;
import org.wiregrade.submission.Template;
import org.wiregrade.submission.Unusable;

/** Makes the students' sources from the reference: each region keeps its task's description and loses the solution. */
public final class TemplateMaker {
    private static final String ROOT = "src/main/java";
    private static final String SOLVED = "// TASK:";
    private static final String OPEN = "// TODO:";

    private TemplateMaker() {}

    /** Those sources of a Java package of a template that have regions for the student to fill, sorted. */
    static List<String> studentSources(Template template, String packageName) {
        return template.sources(packageName).stream()
                .filter(path -> template.text(path).lines().anyMatch(Markers::isEnd))
                .toList();
    }

    /** Replaces the sources of a template folder by those made from a reference folder's wanted sources. */
    public static void remake(Path reference, Path template, Predicate<String> wanted) throws IOException {
        SortedMap<String, String> made = make(reference, wanted);
        for (String old : new Submission("template", template).sources()) {
            if (!made.containsKey(old)) {
                Files.delete(template.resolve(old));
            }
        }
        for (var source : made.entrySet()) {
            Path file = template.resolve(source.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, source.getValue());
        }
    }

    /** The template's sources that belong to a reference folder's wanted sources, by path. */
    static SortedMap<String, String> make(Path reference, Predicate<String> wanted) throws IOException {
        SortedMap<String, String> sources = new TreeMap<>();
        for (String path : new Submission("reference", reference).sources()) {
            if (wanted.test(path)) {
                sources.put(path, emptied(path, Files.readString(reference.resolve(path))));
            }
        }
        if (sources.isEmpty()) {
            throw new IOException("no Java sources in " + reference.resolve(ROOT));
        }
        return sources;
    }

    private static String emptied(String path, String source) {
        try {
            Regions regions = Regions.of(path, source);
            Map<Integer, String> descriptions = new HashMap<>();
            for (int i = 0; i < regions.regions().size(); i++) {
                descriptions.put(i, description(path, regions.regions().get(i)));
            }
            return regions.withRegions(descriptions);
        } catch (Unusable e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static String description(String path, Region region) {
        List<String> comment = region.text()
                .lines()
                .takeWhile(line -> line.strip().startsWith("//"))
                .toList();
        if (comment.isEmpty() || !comment.get(0).strip().startsWith(SOLVED)) {
            throw new IllegalArgumentException(
                    path + ":" + region.line() + ": a region of the reference starts with \"" + SOLVED + "\"");
        }
        return String.join("\n", comment).replaceFirst(SOLVED, OPEN) + "\n";
    }
}
