package org.wiregrade.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.ConsoleHandler;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command {@code wiregrade}. */
@Command(
        name = "wiregrade",
        description = "Grades socket labs by what happened on the wire.",
        mixinStandardHelpOptions = true,
        versionProvider = Wiregrade.FromJar.class,
        synopsisSubcommandLabel = "COMMAND")
public final class Wiregrade {
    /** What it can do, in the order of its help. */
    private static final Map<String, Class<?>> COMMANDS = new LinkedHashMap<>();

    static {
        COMMANDS.put("grade", GradeCommand.class);
        COMMANDS.put("check", CheckCommand.class);
        COMMANDS.put("evidence", EvidenceCommand.class);
        COMMANDS.put("inspect", InspectCommand.class);
        COMMANDS.put("doctor", DoctorCommand.class);
        COMMANDS.put("new", NewCommand.class);
        COMMANDS.put("merge", MergeCommand.class);
        COMMANDS.put("regrade", RegradeCommand.class);
        COMMANDS.put("policy", PolicyCommand.class);
        COMMANDS.put("export", ExportCommand.class);
        COMMANDS.put("demo", DemoCommand.class);
        COMMANDS.put("explain", ExplainCommand.class);
    }

    /** Made when first used: Java looks through every library for what else could log. */
    private static final class Log {
        static final Logger LOGGER = Logger.getLogger("org.wiregrade");
    }

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Show the harness's own stack traces.")
    private boolean debug;

    private Wiregrade() {}

    static final class FromJar implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"wiregrade " + org.wiregrade.run.Version.harness()};
        }
    }

    public static void main(String[] arguments) {
        // Else picocli looks through every library for Groovy, at a tenth of a short command.
        System.setProperty("picocli.disable.closures", "true");
        System.exit(run(arguments));
    }

    private static int run(String... arguments) {
        Wiregrade wiregrade = new Wiregrade();
        CommandLine line = new CommandLine(wiregrade);
        addCommands(line, arguments);
        line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionStrategy(parsed -> {
            if (wiregrade.debug) {
                showTraces();
            }
            return new CommandLine.RunLast().execute(parsed);
        });
        line.setParameterExceptionHandler((wrong, given) -> {
            wrong.getCommandLine().getErr().println("wiregrade: " + wrong.getMessage());
            CommandLine.UnmatchedArgumentException.printSuggestions(
                    wrong, wrong.getCommandLine().getErr());
            wrong.getCommandLine()
                    .getErr()
                    .println("Try: " + wrong.getCommandLine().getCommandSpec().qualifiedName() + " --help");
            return Exit.USAGE;
        });
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            Log.LOGGER.log(Level.FINE, "the command failed", failure);
            command.getErr().println("wiregrade: " + sentence(failure));
            return exit(failure);
        });
        if (arguments.length == 0) {
            line.usage(line.getErr());
            return Exit.USAGE;
        }
        return line.execute(arguments);
    }

    /** Adds the one that is asked for; to look through all of them takes longer than to read a student's capture. */
    private static void addCommands(CommandLine line, String... arguments) {
        Class<?> only = arguments.length > 0 ? COMMANDS.get(arguments[0]) : null;
        if (only != null) {
            line.addSubcommand(arguments[0], only);
        } else {
            COMMANDS.forEach(line::addSubcommand);
        }
    }

    static int exit(Exception failure) {
        return failure instanceof IllegalArgumentException ? Exit.USAGE : Exit.COULD_NOT_TELL;
    }

    static String sentence(Exception failure) {
        String message = failure.getMessage();
        if (failure instanceof java.nio.file.NoSuchFileException) {
            return "there is no " + message;
        }
        return message == null ? failure.toString() : message;
    }

    private static void showTraces() {
        var handler = new ConsoleHandler();
        handler.setLevel(Level.FINE);
        Log.LOGGER.setLevel(Level.FINE);
        Log.LOGGER.addHandler(handler);
        Log.LOGGER.setUseParentHandlers(false);
    }
}
