package org.wiregrade.labs.chat.log;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the command line that started a server, whatever language the server is in. */
final class StartCommand {
    private static final int LONGEST = 1_000;
    /** Of these Windows' own has no blank behind it. */
    private static final Pattern PROMPT =
            Pattern.compile("^(?:(?:PS )?[A-Za-z]:\\\\[^>]{0,200}>\\s*|(?:PS [^>]{0,200}>|[$%❯➜]"
                    + "|(?:\\([\\w.-]{1,40}\\) )?\\[?[\\w.-]{1,40}@[\\w.-]{1,80}[^$#%]{0,200}[$#%])\\s+)");

    /** What stands between two commands of one line. */
    private static final Pattern AND_THEN = Pattern.compile("\\s*(?:&&|\\|\\||;)\\s*");

    /** What runs whatever its file says. */
    private static final Pattern SCRIPT = Pattern.compile(
            "^(?:\\S{0,200}[/\\\\])?(?:make|just|ant|task|sh|bash|zsh|cmd|powershell|pwsh|start|call|nohup|sudo|env)\\b"
                    + "|^\\S{1,200}\\.(?:bat|cmd|sh|ps1|exe|jar|py)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern SERVER = Pattern.compile("server", Pattern.CASE_INSENSITIVE);

    private static final Pattern CLIENT = Pattern.compile("client", Pattern.CASE_INSENSITIVE);
    private static final Pattern EXAMPLE = Pattern.compile("\\bExampleServer\\b");

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

    /** The first line of a text that starts the server, else any program, without its prompt. */
    static Optional<String> find(String text) {
        List<String> all = text.lines().flatMap(line -> in(line).stream()).toList();
        return all.stream()
                .filter(command -> !isOfAnother(command))
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    private static Optional<String> in(String line) {
        if (ServerLog.isLogLine(line)) {
            return Optional.empty();
        }
        String commands = withoutPrompt(line);
        boolean prompted = isPrompted(line);
        boolean found = AND_THEN.splitAsStream(commands).anyMatch(command -> startsSomething(command, prompted));
        return found ? Optional.of(commands) : Optional.empty();
    }

    private static boolean startsSomething(String command, boolean prompted) {
        if (command.isBlank() || OTHER.matcher(command).find()) {
            return false;
        }
        return RUNNER.matcher(command).find()
                || PROGRAM.matcher(command).find()
                || (prompted
                        && (SCRIPT.matcher(command).find()
                                || SERVER.matcher(command).find()));
    }

    /** Whether a command starts another program of the lab than the chat server. */
    static boolean isOfAnother(String command) {
        return EXAMPLE.matcher(command).find()
                || (CLIENT.matcher(command).find() && !SERVER.matcher(command).find());
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
