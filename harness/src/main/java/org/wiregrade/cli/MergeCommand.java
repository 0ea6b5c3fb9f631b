package org.wiregrade.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.wiregrade.batch.ResultFolder;
import org.wiregrade.grade.Grade;
import org.wiregrade.report.GradesTable;
import org.wiregrade.report.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wiregrade merge}: the results of several machines as one. */
@Command(
        mixinStandardHelpOptions = true,
        description = "Put the results of several shards together and write the grades of all.")
final class MergeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Parameters(paramLabel = "DIR", arity = "1..*", description = "The folders that grade --shard wrote.")
    private List<Path> shards;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Where all results go.")
    private Path out;

    @Mixin
    private KeyOption key;

    @Override
    public Integer call() throws Exception {
        var all = new ResultFolder(out, key.seal());
        for (Path shard : shards) {
            all.takeOver(Folders.existing(shard));
        }
        Set<String> unproved = all.unproved();
        if (!unproved.isEmpty()) {
            command.commandLine()
                    .getErr()
                    .println(
                            "note: nothing proved the machine when these failed, since their run was ended early; go on with "
                                    + "--resume there: " + Words.plain(String.join(", ", unproved)));
        }
        List<Grade> grades = all.summarize();
        command.commandLine().getOut().print(GradesTable.of(grades));
        command.commandLine().getOut().flush();
        return grades.stream().anyMatch(Grade::needsPerson) ? Exit.COULD_NOT_TELL : Exit.DONE;
    }
}
