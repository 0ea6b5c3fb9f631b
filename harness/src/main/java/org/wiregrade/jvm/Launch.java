package org.wiregrade.jvm;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How a program is started, as data.
 *
 * @param name what messages call it, such as {@code chat server}
 * @param command the command line; <code>{java}</code> stands for the sandbox's Java, <code>{home}</code> for the
 *     program's folder as the sandbox sees it, <code>{host}</code> and <code>{port}</code> for where a server listens;
 *     a word <code>{sharing}</code> for the options that share classes among programs
 * @param home the folder that the program may read: its classes, or its own files
 * @param ready the output line that says that the program is ready, with a group named {@code port} where it announces
 *     one; null where the program is ready as soon as it runs
 * @param shared the classes that the program shares with others, where there are such
 * @param environment variables besides those that every program has
 */
public record Launch(
        String name,
        List<String> command,
        Path home,
        Pattern ready,
        Optional<SharedClasses> shared,
        Map<String, String> environment) {
    public Launch {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
        home = home.toAbsolutePath();
    }

    /** A launch of a program that shares nothing. */
    public Launch(String name, List<String> command, Path home, Pattern ready) {
        this(name, command, home, ready, Optional.empty());
    }

    /** A launch of a program that needs no environment. */
    public Launch(String name, List<String> command, Path home, Pattern ready, Optional<SharedClasses> shared) {
        this(name, command, home, ready, shared, Map.of());
    }

    /** The same launch with one placeholder, named without braces, replaced in every word of the command. */
    public Launch with(String placeholder, String value) {
        return new Launch(
                name,
                command.stream()
                        .map(word -> word.replace("{" + placeholder + "}", value))
                        .toList(),
                home,
                ready,
                shared,
                environment);
    }

    /**
     * The command line where a sandbox has the harness's own Java.
     *
     * @param java its path there
     * @param seenHome the path of the program's folder there
     */
    public List<String> commandForOwnJava(String java, String seenHome) {
        return placed(java, seenHome, shared.map(SharedClasses::options).orElse(List.of()));
    }

    /** The command line where it has another Java, which has no use for an archive. */
    public List<String> commandForOtherJava(String java, String seenHome) {
        return placed(java, seenHome, List.of());
    }

    private List<String> placed(String java, String seenHome, List<String> sharing) {
        return with("java", java).with("home", seenHome).command().stream()
                .flatMap(word -> word.equals("{sharing}") ? sharing.stream() : Stream.of(word))
                .toList();
    }

    /** The same launch of a program in another folder. */
    public Launch in(Path otherHome) {
        return new Launch(name, command, otherHome, ready, shared, environment);
    }
}
