package org.wiregrade.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.wiregrade.sandbox.Rung;
import org.wiregrade.sandbox.Sandboxes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code wiregrade doctor}: which sandboxes this machine offers. */
@Command(
        mixinStandardHelpOptions = true,
        description = "Say which sandboxes work on this machine, and what would make more of them work.")
final class DoctorCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Override
    public Integer call() {
        PrintWriter out = command.commandLine().getOut();
        for (Rung rung : Sandboxes.doctor()) {
            out.printf("%-10s %s%n", rung.name(), rung.usable() ? "works" : "does not work");
            for (String sentence : new String[] {rung.found(), rung.meaning(), rung.advice()}) {
                if (!sentence.isEmpty()) {
                    out.println("           " + sentence);
                }
            }
        }
        out.println("Java       " + System.getProperty("java.version") + ", " + System.getProperty("java.home"));
        out.flush();
        return Exit.DONE;
    }
}
