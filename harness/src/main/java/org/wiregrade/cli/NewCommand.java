package org.wiregrade.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.wiregrade.submission.Template;
import org.wiregrade.testbed.Lab;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wiregrade new}: a fresh template. */
@Command(mixinStandardHelpOptions = true, description = "Write a fresh copy of the students' template.")
final class NewCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Parameters(paramLabel = "DIR", description = "A folder that does not exist yet, or is empty.")
    private Path folder;

    @Mixin
    private LabOption lab;

    @Override
    public Integer call() throws IOException {
        if (Files.exists(folder) && !isEmpty(folder)) {
            throw new IOException(folder + " is there already and not empty; nothing was written");
        }
        List<Lab> labs = lab.labs();
        Template.bundled().handout(Lab.nameOf(labs)).copyTo(folder);
        command.commandLine()
                .getOut()
                .println("A fresh template is in " + folder + "; its README.md says how to go on.");
        return Exit.DONE;
    }

    private static boolean isEmpty(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (var content = Files.list(folder)) {
            return content.findAny().isEmpty();
        }
    }
}
