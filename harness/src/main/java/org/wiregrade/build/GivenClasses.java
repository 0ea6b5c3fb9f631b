package org.wiregrade.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;
import org.wiregrade.regions.Regions;
import org.wiregrade.submission.SourceProblem;
import org.wiregrade.submission.Unusable;

/** The classes of a lab's given code, which are the same in every submission and are compiled once. */
final class GivenClasses {
    /** Where more lines than this come before it, a class file cannot say on which line an instruction is. */
    private static final int MOST_LINES = 65_535;

    private final Map<String, byte[]> files;
    private final Map<String, Map<String, GivenProgram>> programs;

    private GivenClasses(Map<String, byte[]> files, Map<String, Map<String, GivenProgram>> programs) {
        this.files = files;
        this.programs = programs;
    }

    /**
     * Takes what was compiled from the template: the given classes to use, the programs that a student completes to compare.
     *
     * @param classes where the template was compiled to
     * @param students the texts of those programs in the template, by their paths
     */
    static GivenClasses in(Path classes, Map<String, String> students) throws IOException {
        List<Path> all = new ArrayList<>();
        try (Stream<Path> tree = Files.walk(classes)) {
            tree.filter(Files::isRegularFile).forEach(all::add);
        }
        Map<String, byte[]> files = new TreeMap<>();
        Map<String, Map<String, GivenProgram>> programs = new TreeMap<>();
        for (Path file : all) {
            String name = classes.relativize(file).toString().replace('\\', '/');
            Optional<String> student = students.keySet().stream()
                    .filter(path -> comesFrom(path, name))
                    .findFirst();
            if (student.isEmpty()) {
                files.put(name, Files.readAllBytes(file));
            } else {
                String path = student.get();
                programs.computeIfAbsent(path, each -> new TreeMap<>())
                        .put(name, new GivenProgram(read(file), cut(path, students.get(path))));
            }
        }
        return new GivenClasses(files, programs);
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

    /**
     * Why a program would not run with the given code as it was given; nothing where it would.
     *
     * @param classes where it was compiled to, beside the given classes
     * @param text what was compiled
     */
    Optional<SourceProblem> changeIn(Path classes, String path, String text) throws IOException {
        if (text.lines().count() > MOST_LINES) {
            return Optional.of(new SourceProblem(
                    path,
                    0,
                    "the program has more than " + MOST_LINES + " lines",
                    "Remove empty lines: no class file can number so many."));
        }
        for (var file : files.entrySet()) {
            if (!Arrays.equals(file.getValue(), Files.readAllBytes(classes.resolve(file.getKey())))) {
                return Optional.of(Difference.replaced(typeName(file.getKey())).in(path));
            }
        }
        Regions regions = cut(path, text);
        for (var program : programs.get(path).entrySet()) {
            Path file = classes.resolve(program.getKey());
            if (Files.notExists(file)) {
                return Optional.of(Difference.hidden("the class " + typeName(program.getKey()))
                        .in(path));
            }
            Optional<Difference> difference = program.getValue().differenceIn(read(file), regions);
            if (difference.isPresent()) {
                return Optional.of(difference.get().in(path));
            }
        }
        return Optional.empty();
    }

    private static String typeName(String classFile) {
        return classFile
                .substring(0, classFile.length() - ".class".length())
                .replace('/', '.')
                .replace('$', '.');
    }

    private static ClassNode read(Path file) throws IOException {
        var type = new ClassNode();
        new ClassReader(Files.readAllBytes(file)).accept(type, ClassReader.SKIP_FRAMES);
        return type;
    }

    private static Regions cut(String path, String text) {
        try {
            return Regions.of(path, text);
        } catch (Unusable e) {
            throw new IllegalStateException("a template's source has regions: " + e.problem(), e);
        }
    }
}
