package org.wiregrade.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.wiregrade.jvm.Launch;

/** Small Java programs for tests of sandboxes, compiled once into a folder. */
public final class Programs {
    private Programs() {}

    /** Compiles every Java file of a folder into {@code home/classes}. */
    public static Path compile(Path sources, Path home) throws IOException {
        Path classes = Files.createDirectories(home.resolve("classes"));
        var javac = ToolProvider.getSystemJavaCompiler();
        try (var files = javac.getStandardFileManager(null, null, null);
                Stream<Path> found = Files.list(sources)) {
            List<Path> units =
                    found.filter(file -> file.toString().endsWith(".java")).toList();
            boolean compiled = javac.getTask(
                            null,
                            files,
                            null,
                            List.of(
                                    "--release",
                                    "17",
                                    "-proc:none",
                                    "-nowarn",
                                    "-Xlint:none",
                                    "-d",
                                    classes.toString()),
                            null,
                            files.getJavaFileObjectsFromPaths(units))
                    .call();
            if (!compiled) {
                throw new IOException(sources + " does not compile");
            }
        }
        return home;
    }

    /** Starts a main class as the testbed starts a student's. */
    public static Launch launch(Path home, Pattern ready, String mainClass, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                "{java}",
                "-XX:-UsePerfData",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx64m",
                "-cp",
                "{home}/classes",
                mainClass));
        command.addAll(Arrays.asList(arguments));
        return new Launch(mainClass, command, home, ready);
    }
}
