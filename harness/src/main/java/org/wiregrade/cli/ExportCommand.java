package org.wiregrade.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.wiregrade.batch.ResultFolder;
import org.wiregrade.export.Format;
import org.wiregrade.report.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wiregrade export}: results in the form that another platform takes. */
@Command(
        mixinStandardHelpOptions = true,
        description = "Write results in the form that another platform takes.",
        footer = {
            "",
            "Examples:",
            "  wiregrade export out --to csv --file grades-for-excel.csv",
            "  wiregrade export out --to junit --file reports --key-file key"
        })
final class ExportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Parameters(paramLabel = "DIR", description = "The folder that grade --out or merge --out wrote.")
    private Path results;

    @Option(
            names = "--to",
            paramLabel = "FORMAT",
            required = true,
            description = "One of csv, gradescope, junit, prairielearn.")
    private Format format;

    @Option(
            names = "--file",
            paramLabel = "PATH",
            required = true,
            description = "Where it goes: a file for csv, else a folder with a file for each submission.")
    private Path file;

    @Mixin
    private KeyOption key;

    @Override
    public Integer call() throws Exception {
        List<String> held = format.write(new ResultFolder(Folders.existing(results), key.seal()).results(), file);
        if (held.isEmpty()) {
            return Exit.DONE;
        }
        command.commandLine()
                .getErr()
                .println("note: a person has to look at these, so no grade of theirs was written: "
                        + Words.plain(String.join(", ", held)));
        return Exit.COULD_NOT_TELL;
    }
}
