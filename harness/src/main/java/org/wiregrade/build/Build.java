package org.wiregrade.build;

import java.nio.file.Path;
import org.wiregrade.submission.SourceProblem;

/** What became of compiling one program. */
public sealed interface Build {
    /** It compiled: its classes, with those of the lab's given code, are in {@code home/classes}, libraries in {@code home/lib}. */
    record Compiled(Path home) implements Build {
        public Path classes() {
            return home.resolve("classes");
        }
    }

    /** It did not; {@code diagnostics} are javac's own words, with file, line and caret, or the reason why javac was not asked. */
    record Rejected(String diagnostics) implements Build {}

    /** It compiled, but the given code around the student's regions is not what it was, so there is nothing to run. */
    record Altered(SourceProblem problem) implements Build {}
}
