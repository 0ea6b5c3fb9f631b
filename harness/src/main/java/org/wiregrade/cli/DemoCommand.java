package org.wiregrade.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.wiregrade.labs.Labs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code wiregrade demo}: a lab's reference programs at work. */
@Command(
        mixinStandardHelpOptions = true,
        description = "Run the demo of a lab's reference programs; it ends by itself.")
final class DemoCommand implements Callable<Integer> {
    private static final String SUFFIX = "Demo.class";

    @Parameters(paramLabel = "LAB", description = "A lab that has a demo.")
    private String lab;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path home = Path.of(System.getProperty("wiregrade.home", "."));
        Path classes = home.resolve("reference/target/classes");
        if (!Files.isDirectory(classes)) {
            throw new IOException(
                    "the reference is not built: " + classes + " is missing; run ./wiregrade from a checkout");
        }
        String demo =
                demo(classes).orElseThrow(() -> new IllegalArgumentException("the lab \"" + lab + "\" has no demo"));
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classes + File.pathSeparator + home.resolve("harness/target/lib/*"),
                demo);
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    /** The class in the package of the lab's programs whose name says that it is the demo. */
    private Optional<String> demo(Path classes) throws IOException {
        String program = Labs.named(lab).programs().get(0).mainClass();
        String room = program.substring(0, program.lastIndexOf('.'));
        try (Stream<Path> all = Files.list(classes.resolve(room.replace('.', '/')))) {
            return all.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> room + "." + name.substring(0, name.length() - ".class".length()))
                    .findFirst();
        }
    }
}
