package org.wiregrade.submission;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The programs of one submission, each compiled when first asked for. */
public final class Assembly {
    private final Map<String, String> given;
    private final Map<String, String> completed;
    private final Map<String, String> refused;
    private final List<Path> libraries;
    private final Compiler compiler;
    private final Path work;
    private final Map<String, Build> builds = new HashMap<>();

    /**
     * An assembly that writes below {@code work}.
     *
     * @param given the pristine template's sources of a lab by their path
     * @param completed the same paths with the student's regions put in, where that was possible
     * @param refused why a source could not be put together, by its path
     */
    public Assembly(
            Map<String, String> given,
            Map<String, String> completed,
            Map<String, String> refused,
            List<Path> libraries,
            Compiler compiler,
            Path work) {
        this.given = Map.copyOf(given);
        this.completed = Map.copyOf(completed);
        this.refused = Map.copyOf(refused);
        this.libraries = List.copyOf(libraries);
        this.compiler = compiler;
        this.work = work;
    }

    /**
     * Compiles the program of a source; another program's errors never count against it.
     *
     * @param source its path, such as {@code chat/ChatServer.java}
     */
    public synchronized Build build(String source) throws IOException {
        if (refused.containsKey(source)) {
            return new Build.Rejected(refused.get(source));
        }
        Build known = builds.get(source);
        if (known == null) {
            known = compile("all", completed);
            if (known instanceof Build.Rejected && completed.size() > 1) {
                known = compile(source.replace('/', '.'), Map.of(source, completed.get(source)));
                builds.put(source, known);
            } else {
                for (String each : completed.keySet()) {
                    builds.put(each, known);
                }
            }
        }
        return known;
    }

    private Build compile(String name, Map<String, String> student) throws IOException {
        Map<String, String> sources = new TreeMap<>(given);
        sources.putAll(student);
        Path home = work.resolve(name);
        Path sourceFolder = home.resolve("src");
        for (var source : sources.entrySet()) {
            Path file = sourceFolder.resolve(source.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, source.getValue());
        }
        Path lib = Files.createDirectories(home.resolve("lib"));
        for (Path library : libraries) {
            place(library, lib.resolve(library.getFileName()));
        }
        Files.createDirectories(home.resolve("classes"));
        return compiler.compile(home, List.copyOf(sources.keySet()));
    }

    private static void place(Path library, Path target) throws IOException {
        try {
            Files.createLink(target, library);
        } catch (FileAlreadyExistsException e) {
            // Linked by an earlier build of the same assembly.
        } catch (FileSystemException | UnsupportedOperationException e) {
            Files.copy(library, target);
        }
    }
}
