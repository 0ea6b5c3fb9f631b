package org.wiregrade.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.wiregrade.batch.KnownRight;
import org.wiregrade.batch.Rehearsed;
import org.wiregrade.labs.Labs;
import org.wiregrade.report.Words;
import org.wiregrade.run.Grader;
import org.wiregrade.sandbox.Availability;
import org.wiregrade.sandbox.Sandbox;
import org.wiregrade.sandbox.choice.Sandboxes;
import org.wiregrade.submission.Template;
import org.wiregrade.testbed.Vocabulary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code wiregrade doctor}: which sandboxes this machine offers, and whether right programs get every point in them. */
@Command(
        mixinStandardHelpOptions = true,
        description =
                "Say which sandboxes work on this machine, what would make more of them work, and whether programs that "
                        + "are right get every point in them, as many at once as grade would run.")
final class DoctorCommand implements Callable<Integer> {
    private static final String INDENT = " ".repeat(11);

    @Spec
    private CommandSpec command;

    @Mixin
    private JobsOption jobs;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = command.commandLine().getOut();
        int atOnce = jobs.atOnce();
        boolean allPoints = true;
        for (Availability rung : Sandboxes.doctor()) {
            out.printf("%-10s %s%n", rung.name(), rung.usable() ? "works" : "does not work");
            for (String sentence : new String[] {rung.found(), rung.meaning(), rung.advice()}) {
                if (!sentence.isEmpty()) {
                    out.println(INDENT + sentence);
                }
            }
            out.flush();
            allPoints &= !rung.usable() || rehearse(rung.name(), atOnce);
        }
        out.println("Java       " + System.getProperty("java.version") + ", " + System.getProperty("java.home"));
        out.flush();
        return allPoints ? Exit.DONE : Exit.COULD_NOT_TELL;
    }

    /** Whether every point was got, or nothing is here to be run. */
    private boolean rehearse(String kind, int atOnce) throws IOException, InterruptedException {
        PrintWriter out = command.commandLine().getOut();
        try (Sandbox sandbox = Sandboxes.choose(kind);
                var grader = new Grader(Template.bundled(), sandbox, Optional.empty(), Vocabulary.of(""))) {
            KnownRight right = KnownRight.here(grader, Labs.all());
            Rehearsed rehearsed = right.rehearse(atOnce);
            out.println(INDENT
                    + (right == KnownRight.NONE
                            ? "No rehearsal: the reference, which only a checkout has, is not here."
                            : "Rehearsal: " + Words.plain(rehearsed.words())));
            out.flush();
            return rehearsed.allPoints();
        }
    }
}
