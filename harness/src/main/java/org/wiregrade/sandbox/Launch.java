package org.wiregrade.sandbox;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How a program is started, as data.
 *
 * @param name what messages call it, such as {@code chat server}
 * @param command the command line; <code>{java}</code> stands for the sandbox's Java, <code>{home}</code> for the
 *     program's folder as the sandbox sees it, <code>{host}</code> and <code>{port}</code> for where a server listens
 * @param home the folder that the program may read: its classes, or its own files
 * @param ready the output line that says that the program is ready, with a group named {@code port} where it announces
 *     one; null where the program is ready as soon as it runs
 */
public record Launch(String name, List<String> command, Path home, Pattern ready) {
    public Launch {
        command = List.copyOf(command);
        home = home.toAbsolutePath();
    }

    /** The same launch with one placeholder, named without braces, replaced in every word of the command. */
    public Launch with(String placeholder, String value) {
        return new Launch(
                name,
                command.stream()
                        .map(word -> word.replace("{" + placeholder + "}", value))
                        .toList(),
                home,
                ready);
    }

    /** The same launch of a program in another folder. */
    public Launch in(Path otherHome) {
        return new Launch(name, command, otherHome, ready);
    }
}
