package org.wiregrade.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.wiregrade.labs.Labs;
import org.wiregrade.run.PlannedCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wiregrade explain}: what a check wants. */
@Command(mixinStandardHelpOptions = true, description = "Say what a check wants; without a name, list all checks.")
final class ExplainCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Parameters(paramLabel = "CHECK", arity = "0..1", description = "A check's id, such as chat.broadcast.")
    private String id;

    @Override
    public Integer call() {
        PrintWriter out = command.commandLine().getOut();
        List<PlannedCheck> checks = Labs.all().stream()
                .flatMap(lab -> PlannedCheck.of(lab).stream())
                .toList();
        if (id == null) {
            checks.forEach(check -> out.printf(
                    "%-28s %3d  %s%n",
                    check.check().id(), check.check().points(), check.check().title()));
            return Exit.DONE;
        }
        PlannedCheck wanted = checks.stream()
                .filter(check -> check.check().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no check \"" + id + "\"; ./wiregrade explain lists them all"));
        out.println(wanted.check().title() + ".");
        out.println(wanted.task().value() + ", " + wanted.check().points() + " points.");
        out.println("When it fails: " + wanted.check().hint());
        for (String need : wanted.check().needs()) {
            out.println("It is skipped where " + need + " did not pass.");
        }
        return Exit.DONE;
    }
}
