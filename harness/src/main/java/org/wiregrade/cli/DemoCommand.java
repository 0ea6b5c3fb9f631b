package org.wiregrade.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code wiregrade demo}: a lab's reference programs at work. */
@Command(
        mixinStandardHelpOptions = true,
        description = "Run the demo of a lab's reference programs; it ends by itself.")
final class DemoCommand implements Callable<Integer> {
    enum Demo {
        CHAT("chat.ChatDemo"),
        TWO_FLOW("twoflow.TwoFlowDemo");

        private final String mainClass;

        Demo(String mainClass) {
            this.mainClass = mainClass;
        }
    }

    @Parameters(paramLabel = "LAB", description = "chat or two-flow.")
    private String lab;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Demo demo = switch (lab) {
            case "chat" -> Demo.CHAT;
            case "two-flow" -> Demo.TWO_FLOW;
            default -> throw new IllegalArgumentException("there is no demo \"" + lab + "\", only chat and two-flow");
        };
        Path home = Path.of(System.getProperty("wiregrade.home", "."));
        Path classes = home.resolve("reference/target/classes");
        if (!Files.isDirectory(classes)) {
            throw new IOException(
                    "the reference is not built: " + classes + " is missing; run ./wiregrade from a checkout");
        }
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classes + File.pathSeparator + home.resolve("harness/target/lib/*"),
                demo.mainClass);
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
