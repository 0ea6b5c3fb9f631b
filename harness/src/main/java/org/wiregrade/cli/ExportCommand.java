package org.wiregrade.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.wiregrade.batch.Regrading;
import org.wiregrade.export.Entries;
import org.wiregrade.export.Entry;
import org.wiregrade.export.Format;
import org.wiregrade.export.Outcome;
import org.wiregrade.export.Request;
import org.wiregrade.policy.ClassPolicy;
import org.wiregrade.policy.Course;
import org.wiregrade.policy.ExportPolicy;
import org.wiregrade.policy.Roster;
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
        description = "Write results in the form that another platform takes (see docs/exports.md).",
        footer = {
            "",
            "Examples:",
            "  wiregrade export out --to csv --file grades-for-excel.csv",
            "  wiregrade export out --to moodle --sheet Grades-NET1.csv --policy class.yml --file back",
            "  wiregrade export out --to junit --file reports --key-file key"
        })
final class ExportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Parameters(
            paramLabel = "OUT",
            arity = "1..*",
            description = "The folder that grade or merge wrote; of further ones only the free days used there count.")
    private List<Path> folders;

    @Option(
            names = "--to",
            paramLabel = "FORMAT",
            required = true,
            description = "One of autolab, canvas, classroom50, csv, github, gradescope, junit, moodle, prairielearn.")
    private Format format;

    @Option(
            names = "--file",
            paramLabel = "RESULT",
            required = true,
            description = "Where it goes: a file for csv and canvas, else a folder.")
    private Path file;

    @Option(
            names = "--sheet",
            paramLabel = "TEACHERS-FILE",
            description = "What the platform exported: Moodle's grading worksheet, Canvas' gradebook, a scores.json.")
    private Path sheet;

    @Option(
            names = "--column",
            paramLabel = "NAME",
            description = "Which column or assignment of the sheet is meant, where that is not plain.")
    private String column;

    @Option(
            names = "--roster",
            paramLabel = "FILE",
            description = "A CSV list with names, IDs and e-mail addresses (see docs/policy.md).")
    private Path roster;

    @Option(
            names = "--only-ours",
            description = "canvas: leave out other assignments and people, so that they stay as they are by then.")
    private boolean onlyOurs;

    @Option(names = "--decimal-comma", description = "csv: 0,5 and semicolons, as Excel has it in many countries.")
    private boolean decimalComma;

    @Option(names = "--no-policy", description = "Points as graded, although a policy was applied here.")
    private boolean noPolicy;

    @Mixin
    private PolicyOption policy;

    @Mixin
    private KeyOption key;

    @Override
    public Integer call() throws Exception {
        Optional<ClassPolicy> rules = policy.policy();
        requirePolicy(rules.isPresent());
        Regrading regrading = RegradeCommand.open(folders, key.seal());
        List<Entry> entries = entries(regrading, rules);
        ExportPolicy platform = rules.flatMap(each -> entries.stream()
                        .findFirst()
                        .map(entry -> each.labs().get(entry.lab()).exportTo(format.platform())))
                .orElse(ExportPolicy.PLAIN);
        Optional<Path> given =
                Optional.ofNullable(sheet).or(() -> platform.sheet().map(policy::besideFile));
        Outcome outcome = format.write(
                new Request(entries, platform, file, given, Optional.ofNullable(column), onlyOurs, decimalComma));
        return say(outcome);
    }

    /** Whoever has applied a policy must not hand on other grades by leaving out an option. */
    private void requirePolicy(boolean isGiven) {
        Path grades = folders.get(0).resolve(Regrading.GRADES);
        if (!isGiven && !noPolicy && Files.exists(grades)) {
            throw new IllegalArgumentException("a policy was applied to " + folders.get(0)
                    + "; name it with --policy, or ask for points as graded with --no-policy");
        }
    }

    private List<Entry> entries(Regrading regrading, Optional<ClassPolicy> rules) throws IOException {
        Optional<Roster> given = roster == null ? Optional.empty() : Optional.of(Roster.read(roster));
        Roster known = given.or(() -> rules.map(ClassPolicy::roster)).orElse(Roster.NONE);
        List<Entry> entries;
        if (rules.isPresent()) {
            Course course = regrading.by(rules.get());
            RegradeCommand.notes(command, rules.get(), course);
            note("differs from " + Regrading.GRADES + ", so regrade first: ", regrading.changes(course));
            entries =
                    Entries.byPolicy(regrading.results(), rules.get(), course, format.platform(), known, Instant.now());
        } else {
            entries = Entries.asGraded(regrading.results(), known);
        }
        if (given.isPresent()) {
            note(
                    "nobody on the roster, or more than one, fits ",
                    entries.stream()
                            .filter(entry -> entry.person().isEmpty())
                            .map(Entry::who)
                            .toList());
        }
        return entries;
    }

    private int say(Outcome outcome) {
        note("", outcome.notes());
        note("no grade was written of ", outcome.unwritten());
        return outcome.unwritten().isEmpty() ? Exit.DONE : Exit.COULD_NOT_TELL;
    }

    private void note(String before, List<String> sentences) {
        PrintWriter err = command.commandLine().getErr();
        sentences.forEach(sentence -> err.println("note: " + before + Words.plain(sentence)));
    }
}
