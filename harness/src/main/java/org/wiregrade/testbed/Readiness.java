package org.wiregrade.testbed;

import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.wiregrade.jvm.Launch;
import org.wiregrade.sandbox.loopback.Loopback;

/** Whether a program is ready, and where it listens, by what it prints or by the port that it was given. */
record Readiness(Launch launch, Output output, Ending ending) {
    /**
     * Waits for it, as long as {@link Program#READY}; one that is not ready then is a {@link CheckFailure}.
     *
     * @param given the port that it was told to use, if any
     * @return the port where it listens
     */
    int await(Loopback loopback, int given) throws IOException {
        Pattern ready = launch.ready();
        if (ready == null) {
            if (!Ports.awaitListening(loopback, given, Program.READY, () -> !output.ended())) {
                throw notReady((output.ended() ? "it ended " + ending.words() + " and" : "it")
                        + " never listened on port " + given);
            }
            return given;
        }
        Optional<String> line = output.await(0, text -> Announcement.is(text, ready), Program.READY);
        if (line.isEmpty()) {
            throw notReady(
                    output.ended()
                            ? "it ended " + ending.words()
                            : output.isEndless()
                                    ? "it prints without end, and no such line"
                                    : "it printed no such line");
        }
        return Announcement.hasPort(ready) ? port(line.get(), ready) : given;
    }

    int announcedPort(Pattern announced, String expected) {
        return output.linesFrom(0).stream()
                .filter(line -> Announcement.is(line, announced))
                .findFirst()
                .map(line -> port(line, announced))
                .orElseThrow(() -> new CheckFailure(expected, "no such line came", "", ending.tail()));
    }

    private int port(String line, Pattern announced) {
        return Announcement.port(line, announced)
                .orElseThrow(() -> new CheckFailure(
                        "the " + launch.name() + " announces the port on which it listens, a number from 1 to 65535",
                        "it announced “" + Ending.shortened(line) + "”",
                        "Print the port that the server's socket has: getLocalPort().",
                        ending.tail()));
    }

    private CheckFailure notReady(String got) {
        return new CheckFailure(
                "the " + launch.name() + " says within " + Program.READY.toSeconds() + " s that it is ready",
                got,
                "Start it yourself and look at its last lines.",
                ending.tail());
    }
}
