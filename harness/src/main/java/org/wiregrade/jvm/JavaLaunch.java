package org.wiregrade.jvm;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The command line of a template program: a small JVM that starts fast and speaks UTF-8. */
public final class JavaLaunch {
    /** For what ends by itself: to compile what runs a few hundred times would take longer than it runs. */
    private static final String SHORT = "-XX:CompileThresholdScaling=20";

    private static final List<String> JAVA = List.of(
            "{java}",
            "{sharing}",
            // An archive that stays where it was made for needs no correcting of its pointers.
            "-XX:+IgnoreUnrecognizedVMOptions",
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:ArchiveRelocationMode=0",
            "-XX:-UsePerfData",
            "-XX:TieredStopAtLevel=1",
            // The only collector of Java 17 that takes objects, Java's own modules among them, from an archive.
            "-XX:+UseG1GC",
            ClassArchive.HEAP,
            "-XX:MaxMetaspaceSize=48m",
            "-XX:ReservedCodeCacheSize=32m",
            "-Dfile.encoding=UTF-8",
            "-Dstdout.encoding=UTF-8",
            "-Dstderr.encoding=UTF-8",
            "-cp",
            "{home}/classes" + java.io.File.pathSeparator + "{home}/lib/*");

    private JavaLaunch() {}

    /**
     * The launch of a program.
     *
     * @param name what messages call the program
     * @param mainClass its binary name
     * @param home the folder that it was compiled in
     * @param ready as in {@link Launch}; null where it ends by itself
     */
    public static Launch of(
            String name,
            String mainClass,
            Path home,
            Optional<SharedClasses> shared,
            Pattern ready,
            String... arguments) {
        List<String> command = new ArrayList<>(JAVA);
        if (ready == null) {
            command.add(1, SHORT);
        }
        command.add(mainClass);
        command.addAll(List.of(arguments));
        return new Launch(name, command, home, ready, shared);
    }
}
