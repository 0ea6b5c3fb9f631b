package org.wiregrade.build;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.wiregrade.regions.Transplant;
import org.wiregrade.regions.TransplantedSource;
import org.wiregrade.submission.SourceProblem;
import org.wiregrade.submission.Submission;
import org.wiregrade.submission.Template;

/** The programs of one submission in one lab: the student's regions in the pristine template, compiled when asked for. */
public final class Assembly {
    private static final String SHARED = "lab";

    private final Template template;
    private final Transplant transplant;
    private final List<Class<?>> libraries;
    private final Compiler compiler;
    private final Path work;
    private final Map<String, Build> builds = new HashMap<>();
    private boolean triedTogether;

    private Assembly(Template template, Transplant transplant, List<Class<?>> libraries, Compiler compiler, Path work) {
        this.template = template;
        this.transplant = transplant;
        this.libraries = List.copyOf(libraries);
        this.compiler = compiler;
        this.work = work;
    }

    /**
     * Puts a submission's regions into the template.
     *
     * @param sources the paths, in the template, of the programs that a student completes; all of one Java package
     * @param libraries a class of each library that the programs may use
     * @param work an empty folder to build in
     */
    public static Assembly of(
            Template template,
            Submission submission,
            List<String> sources,
            List<Class<?>> libraries,
            Compiler compiler,
            Path work)
            throws IOException {
        return new Assembly(template, Transplant.of(template, submission, sources), libraries, compiler, work);
    }

    public Transplant transplant() {
        return transplant;
    }

    /** The line of the student's own file that a line of what was compiled came from. */
    public int studentLine(String path, int line) {
        return StudentLines.of(transplant.source(path)).of(line);
    }

    /**
     * Compiles the program of a source; errors in another program, and what it does to given code, never count against it.
     *
     * @param path the source's path in the template
     */
    public synchronized Build build(String path) throws IOException {
        TransplantedSource source = transplant.source(path);
        if (source.problem().isPresent()) {
            SourceProblem problem = source.problem().get();
            return new Build.Rejected(problem + "\n" + problem.hint());
        }
        if (!triedTogether) {
            triedTogether = true;
            Build together = compile("all", transplant.sources());
            if (together instanceof Build.Compiled) {
                transplant.sources().forEach(each -> builds.put(each.path(), together));
            }
        }
        if (!builds.containsKey(path)) {
            builds.put(path, compile(path.replace('/', '.'), List.of(source)));
        }
        return builds.get(path);
    }

    /** Compiles some of the student's programs with the others as the template has them, which they may use. */
    private Build compile(String name, List<TransplantedSource> programs) throws IOException {
        SortedMap<String, String> sources = new TreeMap<>();
        transplant.sources().forEach(each -> sources.put(each.path(), template.text(each.path())));
        programs.forEach(program -> sources.put(program.path(), program.text()));
        Path home = home(name);
        given().copyTo(home.resolve("classes"));
        if (compile(home, sources) instanceof Build.Rejected rejected) {
            String words = rejected.diagnostics();
            for (TransplantedSource program : programs) {
                words = StudentLines.of(program).translate(words);
            }
            return new Build.Rejected(words);
        }
        for (TransplantedSource each : transplant.sources()) {
            Optional<SourceProblem> change =
                    given().changeIn(home.resolve("classes"), each.path(), sources.get(each.path()));
            if (change.isPresent()) {
                return new Build.Altered(change.get());
            }
        }
        return new Build.Compiled(home);
    }

    private GivenClasses given() throws IOException {
        String first = transplant.sources().get(0).path();
        String folder = first.substring(0, first.lastIndexOf('/'));
        String packageName = folder.substring(folder.indexOf("java/") + "java/".length());
        return compiler.given(template, packageName, () -> {
            SortedMap<String, String> sources = new TreeMap<>();
            for (String each : List.of(SHARED, packageName)) {
                template.sources(each).forEach(path -> sources.put(path, template.text(path)));
            }
            Path home = home("given");
            if (compile(home, sources) instanceof Build.Rejected rejected) {
                throw new IOException("the template does not compile: " + rejected.diagnostics());
            }
            Map<String, String> students = new HashMap<>();
            transplant.sources().forEach(each -> students.put(each.path(), template.text(each.path())));
            return GivenClasses.in(home.resolve("classes"), students);
        });
    }

    /** A new folder to compile in, with the libraries. */
    private Path home(String name) throws IOException {
        Path home = Files.createDirectories(work.resolve(name));
        Path lib = Files.createDirectories(home.resolve("lib"));
        for (Path jar : libraries()) {
            place(jar, lib.resolve(jar.getFileName()));
        }
        Files.createDirectories(home.resolve("classes"));
        return home;
    }

    private Build compile(Path home, SortedMap<String, String> sources) throws IOException {
        for (var source : sources.entrySet()) {
            Path file = home.resolve(source.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, source.getValue());
        }
        return compiler.compile(home, List.copyOf(sources.keySet()));
    }

    /** The jars that the programs may use. */
    public List<Path> libraries() throws IOException {
        Set<Path> jars = new LinkedHashSet<>();
        for (Class<?> library : libraries) {
            jars.add(location(library));
        }
        return List.copyOf(jars);
    }

    private static Path location(Class<?> library) throws IOException {
        try {
            return Path.of(
                    library.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    private static void place(Path library, Path target) throws IOException {
        try {
            Files.createLink(target, library);
        } catch (FileSystemException | UnsupportedOperationException e) {
            Files.copy(library, target);
        }
    }
}
