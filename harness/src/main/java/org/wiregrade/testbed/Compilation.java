package org.wiregrade.testbed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.wiregrade.build.Assembly;
import org.wiregrade.build.Build;
import org.wiregrade.testbed.Lab.StudentProgram;

/** Has a student's program compiled, and says in the student's words what comes of it. */
final class Compilation {
    private static final int TRIAL_BYTES = 1 << 20;

    private Compilation() {}

    /** What it compiles to; one that javac rejects, or whose regions change given code, is a {@link CheckFailure}. */
    static Build.Compiled of(StudentProgram program, Assembly assembly) throws IOException {
        Build build = assembly.build(program.source());
        if (build instanceof Build.Rejected rejected) {
            throw rejected(program, rejected.diagnostics());
        }
        if (build instanceof Build.Altered altered) {
            throw new CheckFailure(
                    "the given code of the " + program.name() + " around your regions is compiled as it was given",
                    altered.problem() + "; it was not run",
                    altered.problem().hint());
        }
        return (Build.Compiled) build;
    }

    /** Where javac seems to have had no room for its files, the harness tries for itself, with its own {@link IOException}. */
    private static CheckFailure rejected(StudentProgram program, String diagnostics) throws IOException {
        CheckFailure failure = new CheckFailure(
                "the " + program.name() + " compiles",
                "javac rejects it",
                "Fix the first error; the later ones often follow from it.",
                diagnostics);
        Optional<Shortage> lack =
                diagnostics.lines().flatMap(line -> Shortage.in(line).stream()).findFirst();
        if (lack.isEmpty()) {
            return failure;
        }
        Path trial = Files.createTempFile("wiregrade", ".trial");
        try {
            Files.write(trial, new byte[TRIAL_BYTES]);
        } finally {
            Files.delete(trial);
        }
        return failure.because("it says that " + lack.get().words(), "");
    }
}
