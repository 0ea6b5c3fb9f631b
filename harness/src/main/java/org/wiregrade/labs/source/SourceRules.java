package org.wiregrade.labs.source;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.wiregrade.testbed.CheckFailure;
import org.wiregrade.testbed.Lab.StudentProgram;

/** The classes that came from one source file of the student, and what they may use. */
public final class SourceRules {
    /** What is forbidden: by calls to members, written {@code owner.name}, alone or with their parameters in brackets. */
    private record Forbidden(Pattern member, String what, String why) {
        Forbidden(String member, String what, String why) {
            this(Pattern.compile(member), what, why);
        }

        boolean forbids(AccessTarget target) {
            String name = target.getOwner().getName() + "." + target.getName();
            return member.matcher(name).matches()
                    || member.matcher(target.getFullName()).matches();
        }
    }

    private static final List<Forbidden> NEVER = List.of(
            new Forbidden(
                    "java\\.lang\\.(System|Runtime)\\.(exit|halt)",
                    "ends the whole program",
                    "Leave the method with return instead: one message must not end the program for all clients."),
            new Forbidden(
                    "java\\.lang\\.(ProcessBuilder|Process)\\..*|java\\.lang\\.Runtime\\.exec|"
                            // Its own number and age any program may ask for.
                            + "java\\.lang\\.ProcessHandle\\.(?!current|pid|info|isAlive|hashCode|equals).*",
                    "starts another program",
                    "Do the work in this program; no task needs another one."),
            new Forbidden(
                    "java\\.lang\\.reflect\\..*|java\\.lang\\.invoke\\.MethodHandles.*|java\\.lang\\.Class\\.(forName|newInstance|"
                            + "getMethods?|getDeclaredMethods?|getFields?|getDeclaredFields?|getConstructors?|"
                            + "getDeclaredConstructors?)|sun\\..*|jdk\\.internal\\..*|java\\.lang\\.ClassLoader\\..*|"
                            + "java\\.net\\.URLClassLoader\\..*|javax\\.script\\..*|javax\\.tools\\..*",
                    "uses reflection",
                    "Call methods by their names in the code; no task needs reflection."),
            new Forbidden(
                    "java\\.io\\.(File|RandomAccessFile)\\..*|"
                            // A descriptor is the terminal's, as the given code has it.
                            + "java\\.io\\.File(InputStream|OutputStream|Reader|Writer)\\.<init>\\((?!java\\.io\\.FileDescriptor\\)).*|"
                            + "java\\.nio\\.file\\.(Files|FileSystems?|spi\\..*)\\..*|java\\.nio\\.channels\\.(FileChannel|AsynchronousFileChannel)\\..*|"
                            + "java\\.util\\.logging\\.FileHandler\\..*|"
                            // Writers and readers of anything, where what they are given is a file or its name.
                            + "(java\\.io\\.Print(Writer|Stream)|java\\.util\\.Formatter|java\\.util\\.(zip\\.Zip|jar\\.Jar)File)"
                            + "\\.<init>\\(java\\.lang\\.String[,)].*|"
                            + "(?!java\\.nio\\.file\\.Path\\.)(java|javax|org\\.apache)\\..*\\(.*java\\.(io\\.File|nio\\.file\\.Path)\\b.*",
                    "reads or writes files",
                    "This task needs no files: print what is to be logged."));

    private final String file;
    private final List<JavaClass> classes;

    static {
        ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
    }

    private SourceRules(String file, List<JavaClass> classes) {
        this.file = file;
        this.classes = List.copyOf(classes);
    }

    /** Reads all classes in a folder. */
    public static JavaClasses classesIn(Path folder) {
        return new ClassFileImporter().importPath(folder);
    }

    /** The rules for one program among the classes that were compiled together. */
    public static SourceRules of(JavaClasses all, StudentProgram program) {
        String file = program.source().substring(program.source().lastIndexOf('/') + 1);
        List<JavaClass> own = all.stream()
                .filter(type -> type.getSource()
                        .flatMap(source -> source.getFileName())
                        .filter(file::equals)
                        .isPresent())
                .toList();
        if (own.isEmpty()) {
            throw new IllegalStateException("no class of " + file);
        }
        return new SourceRules(file, own);
    }

    /** Fails where the code ends the program, starts others, uses reflection, or touches files. */
    public void forbidWhatNoTaskNeeds() {
        for (Forbidden rule : NEVER) {
            Optional<JavaAccess<?>> found = accesses()
                    .filter(access -> rule.forbids(access.getTarget()))
                    .min(Comparator.comparingInt((JavaAccess<?> access) -> access.getLineNumber())
                            .thenComparing(access -> access.getTarget().getFullName()));
            if (found.isPresent()) {
                JavaAccess<?> access = found.get();
                String what = access.getTargetOwner().getSimpleName() + "."
                        + access.getTarget().getName().replace("<init>", "new");
                throw new CheckFailure(
                        file + " contains nothing that " + rule.what(),
                        "it uses " + what + " in " + access.getOrigin().getName() + ", near line "
                                + access.getLineNumber(),
                        rule.why());
            }
        }
    }

    /** Fails where the code does not use a class at all. */
    public void require(String className, String what) {
        boolean used = classes.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .map(Dependency::getTargetClass)
                .anyMatch(type -> type.getName().equals(className));
        if (!used) {
            throw new CheckFailure(file + " uses " + what, "it does not use " + className.toLowerCase(Locale.ROOT), "");
        }
    }

    private Stream<JavaAccess<?>> accesses() {
        return classes.stream().flatMap(type -> type.getAccessesFromSelf().stream());
    }
}
