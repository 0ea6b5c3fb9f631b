package org.wiregrade.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.wiregrade.batch.Regrading;
import org.wiregrade.policy.Calculation;
import org.wiregrade.policy.ClassPolicy;
import org.wiregrade.policy.Course;
import org.wiregrade.policy.Nearest;
import org.wiregrade.report.CalculationText;
import org.wiregrade.report.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wiregrade policy}: looks at a policy, and changes nothing. */
@Command(
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Look at a policy and at what it makes of results; nothing is written.",
        footer =
                "check FILE; show NAME OUT --policy FILE; diff OLD NEW OUT; with --key-file FILE where results are signed.")
final class PolicyCommand {
    private PolicyCommand() {}

    @Spec
    private CommandSpec command;

    @Command(mixinStandardHelpOptions = true, description = "Say whether a policy can be used, and what is odd in it.")
    int check(@Parameters(paramLabel = "FILE", description = "The policy.") Path file) throws Exception {
        ClassPolicy policy = PolicyOption.read(file);
        PrintWriter out = command.commandLine().getOut();
        policy.notes().forEach(note -> out.println("note: " + Words.plain(note)));
        out.println("labs: " + String.join(", ", new TreeSet<>(policy.labs().keySet())) + "; roster: "
                + policy.roster().people().size() + "; times of submission: "
                + policy.handings().size() + "; extensions: "
                + policy.extensions().size() + "; overrides: "
                + policy.overrides().size());
        out.flush();
        return Exit.DONE;
    }

    @Command(mixinStandardHelpOptions = true, description = "Show how a person's grade is computed, line by line.")
    int show(
            @Parameters(paramLabel = "NAME", description = "Whose.") String name,
            @Parameters(paramLabel = "OUT", arity = "1..*", description = "Folders that grade or merge wrote.")
                    List<Path> folders,
            @Mixin PolicyOption policy,
            @Mixin KeyOption key)
            throws Exception {
        ClassPolicy rules = policy.needed();
        Course course = RegradeCommand.open(folders, key.seal()).by(rules);
        List<Calculation> theirs = course.calculations().stream()
                .filter(each -> each.who().equals(name) || each.submission().equals(name))
                .toList();
        if (theirs.isEmpty()) {
            throw new IllegalArgumentException("nobody here is called \"" + name + "\""
                    + Nearest.words(
                            name,
                            course.calculations().stream().map(Calculation::who).toList()));
        }
        PrintWriter out = command.commandLine().getOut();
        theirs.forEach(each -> out.print(CalculationText.steps(each)));
        out.flush();
        RegradeCommand.notes(command, rules, course);
        return theirs.stream().allMatch(each -> each.held().isEmpty()) ? Exit.DONE : Exit.COULD_NOT_TELL;
    }

    @Command(mixinStandardHelpOptions = true, description = "Say whose grade a changed policy changes, and why.")
    int diff(
            @Parameters(paramLabel = "OLD", description = "The policy as it was.") Path old,
            @Parameters(paramLabel = "NEW", description = "The policy as it is to be.") Path changed,
            @Parameters(paramLabel = "OUT", arity = "1..*", description = "Folders that grade or merge wrote.")
                    List<Path> folders,
            @Mixin KeyOption key)
            throws Exception {
        Regrading regrading = RegradeCommand.open(folders, key.seal());
        ClassPolicy rules = PolicyOption.read(changed);
        Map<String, Calculation> before = new LinkedHashMap<>();
        regrading.by(PolicyOption.read(old)).calculations().forEach(each -> before.put(key(each), each));
        Course course = regrading.by(rules);
        PrintWriter out = command.commandLine().getOut();
        int changes = 0;
        for (Calculation each : course.calculations()) {
            Calculation was = before.remove(key(each));
            if (was == null || !was.shown().equals(each.shown())) {
                changes++;
                out.println(Words.plain(each.who()) + ", " + each.lab() + ": " + grade(was) + " → " + grade(each));
                why(was, each).forEach(out::println);
            }
        }
        for (Calculation gone : before.values()) {
            changes++;
            out.println(Words.plain(gone.who()) + ", " + gone.lab() + ": " + grade(gone) + " → no grade");
        }
        out.println(changes == 1 ? "1 grade changes" : changes + " grades change");
        out.flush();
        RegradeCommand.notes(command, rules, course);
        return Exit.DONE;
    }

    private static String key(Calculation calculation) {
        return calculation.lab() + " " + calculation.who();
    }

    private static String grade(Calculation calculation) {
        return calculation == null || calculation.shown().isEmpty() ? "no grade" : calculation.shown();
    }

    /** The steps that only one of two calculations has. */
    private static List<String> why(Calculation before, Calculation after) {
        List<Calculation.Step> old = before == null ? List.of() : before.steps();
        List<String> why = new ArrayList<>();
        old.stream().filter(step -> !after.steps().contains(step)).forEach(step -> why.add(line("-", step)));
        after.steps().stream().filter(step -> !old.contains(step)).forEach(step -> why.add(line("+", step)));
        return why;
    }

    private static String line(String sign, Calculation.Step step) {
        return ("  " + sign + " " + Words.plain(step.words().strip()) + "  " + step.points()).stripTrailing();
    }
}
