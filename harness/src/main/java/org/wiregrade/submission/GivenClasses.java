package org.wiregrade.submission;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The classes of a lab's given code, which are the same in every submission and are compiled once. */
final class GivenClasses {
    private final Map<String, byte[]> files;

    private GivenClasses(Map<String, byte[]> files) {
        this.files = files;
    }

    /**
     * Takes what was compiled from the template, without the programs that a student completes.
     *
     * @param classes where the template was compiled to
     * @param students the paths of those programs in the template
     */
    static GivenClasses in(Path classes, List<String> students) throws IOException {
        List<Path> all = new ArrayList<>();
        try (Stream<Path> tree = Files.walk(classes)) {
            tree.filter(Files::isRegularFile).forEach(all::add);
        }
        Map<String, byte[]> files = new TreeMap<>();
        for (Path file : all) {
            String name = classes.relativize(file).toString().replace('\\', '/');
            if (students.stream().noneMatch(student -> comesFrom(student, name))) {
                files.put(name, Files.readAllBytes(file));
            }
        }
        return new GivenClasses(files);
    }

    private static boolean comesFrom(String source, String classFile) {
        String type = source.substring(source.indexOf("java/") + "java/".length(), source.lastIndexOf('.'));
        return classFile.equals(type + ".class") || classFile.startsWith(type + "$");
    }

    /** Writes them into a folder for classes. */
    void copyTo(Path classes) throws IOException {
        for (var file : files.entrySet()) {
            Path target = classes.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.write(target, file.getValue());
        }
    }
}
