package org.wiregrade.labs.chat.log;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the command line that started a server, whatever language the server is in. */
final class StartCommand {
    private static final int LONGEST = 1_000;
    private static final Pattern PROMPT = Pattern.compile("^(?:PS [^>]{0,200}>|[A-Za-z]:\\\\[^>]{0,200}>|[$%❯➜]"
            + "|(?:\\([\\w.-]{1,40}\\) )?\\[?[\\w.-]{1,40}@[\\w.-]{1,80}[^$#%]{0,200}[$#%])\\s+");

    /** A program that runs a server, behind a path and with or without {@code .exe}, then what it is to run. */
    private static final Pattern RUNNER = Pattern.compile(
            "(?:^|[\\s\"'`(=])(?:\\S{0,200}[/\\\\])?"
                    + "(?:java|python[\\d.]*|py|pypy3?|mvnw?|gradlew?|node|deno|bun|go|cargo|dotnet|ruby|perl|php|kotlin|scala|jbang|docker|wiregrade)"
                    + "(?:\\.exe|\\.cmd|\\.bat)?[\"']?\\s+"
                    + "(?:[\"']?-\\S+|@\\S+|[\\w.:/\\\\-]+\\.\\w+|exec:\\S+|run\\b|compile\\b|verify\\b|demo\\b|compose\\b|[\"']?[\\w./\\\\-]*[A-Z]\\w+)");

    /** A program run by its path. */
    private static final Pattern PROGRAM = Pattern.compile("(?:^|[\\s\"'`])\\.{1,2}[/\\\\][\\w./\\\\-]{1,100}");

    /** What is typed at prompts beside the server. */
    private static final Pattern OTHER =
            Pattern.compile("^(?:sudo\\s+)?(?:nc|ncat|netcat|telnet|tcpdump|dumpcap|tshark|wireshark"
                    + "|cd|ls|dir|cat|type|ps|ss|netstat|lsof|kill|ping|echo|clear|cls|javac|mkdir|cp|mv|git|curl)\\b");

    private StartCommand() {}

    /** The first line of a text that starts a program, without its prompt. */
    static Optional<String> find(String text) {
        return text.lines().flatMap(line -> in(line).stream()).findFirst();
    }

    private static Optional<String> in(String line) {
        String command = withoutPrompt(line);
        if (OTHER.matcher(command).find() || ServerLog.isLogLine(line)) {
            return Optional.empty();
        }
        boolean prompted = isPrompted(line) && !command.isBlank();
        boolean found = prompted
                || RUNNER.matcher(command).find()
                || PROGRAM.matcher(command).find();
        return found ? Optional.of(command) : Optional.empty();
    }

    /** Whether a line is a command and not a sentence that mentions one. */
    static boolean isCommandLine(String line) {
        String command = withoutPrompt(line);
        if (isPrompted(line)) {
            return true;
        }
        Matcher runner = RUNNER.matcher(command);
        return runner.find() && (runner.start() == 0 || isLabel(command.substring(0, runner.start())));
    }

    /** Whether what stands before a command only announces it, as in {@code Command used:}. */
    private static boolean isLabel(String before) {
        String label = before.strip();
        return label.isEmpty() || label.matches("[^.!?]{0,80}[:=>`]") || label.matches("[`*_\"']{1,3}");
    }

    private static boolean isPrompted(String line) {
        return PROMPT.matcher(line.strip()).find();
    }

    private static String withoutPrompt(String line) {
        String stripped = line.substring(0, Math.min(LONGEST, line.length())).strip();
        Matcher prompt = PROMPT.matcher(stripped);
        return prompt.find() ? stripped.substring(prompt.end()).strip() : stripped;
    }
}
