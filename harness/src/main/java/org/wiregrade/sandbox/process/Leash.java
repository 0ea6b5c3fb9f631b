package org.wiregrade.sandbox.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Ends a plain process with the harness, also where that is killed, on systems whose {@code setpriv} can. */
final class Leash {
    private static final List<String> COMMAND = List.of("setpriv", "--pdeathsig=KILL", "--");
    private static final boolean IS_HERE = isHere();

    private Leash() {}

    /** The same command, bound to the thread that starts it; one whose program is not at that place is left to say so itself. */
    static List<String> on(List<String> command) {
        if (!IS_HERE || !Files.isExecutable(Path.of(command.get(0)))) {
            return command;
        }
        List<String> bound = new ArrayList<>(COMMAND);
        bound.addAll(command);
        return bound;
    }

    private static boolean isHere() {
        List<String> trial = new ArrayList<>(COMMAND);
        trial.add("true");
        try {
            return new ProcessBuilder(trial)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
