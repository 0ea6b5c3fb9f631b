package org.wiregrade.jvm;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An archive of what students' programs load of Java and of a lab's libraries, which Java maps into memory.
 *
 * <p>A program sees it and the libraries at the harness's own paths, which the archive names.
 *
 * @param archive made by the harness's own Java
 * @param libraries jars in the archive's folder; Java's own loader takes them, so that no program has to open them
 */
public record SharedClasses(Path archive, List<Path> libraries) {
    public SharedClasses {
        libraries = List.copyOf(libraries);
    }

    public Path folder() {
        return archive.getParent();
    }

    /** What Java is told to use it. */
    List<String> options() {
        List<String> options = new ArrayList<>(List.of("-XX:SharedArchiveFile=" + archive));
        options.addAll(libraryOptions());
        return options;
    }

    /** What Java is told to find the libraries; the same words as when the archive was made. */
    List<String> libraryOptions() {
        return libraries.isEmpty()
                ? List.of()
                : List.of("-Xbootclasspath/a:"
                        + libraries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
    }
}
