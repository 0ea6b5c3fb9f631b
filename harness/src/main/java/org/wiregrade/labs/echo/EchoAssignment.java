package org.wiregrade.labs.echo;

import java.util.Locale;
import java.util.regex.Pattern;
import org.wiregrade.testbed.Lab.StudentProgram;

/** What the echo lab asks of a student, as its page says it. */
final class EchoAssignment {
    static final StudentProgram SERVER = new StudentProgram("echo server", "echo.EchoServer");
    static final StudentProgram CLIENT = new StudentProgram("echo client", "echo.EchoClient");

    /** What the given code prints once clients can connect. */
    static final Pattern READY = Pattern.compile("\\[INFO\\].*:(?<port>-?\\d+)\\s*$");

    private EchoAssignment() {}

    /** The answer to a text. */
    static String answer(String text) {
        return text.toUpperCase(Locale.ROOT);
    }
}
