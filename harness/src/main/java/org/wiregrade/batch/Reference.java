package org.wiregrade.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.wiregrade.submission.Submission;

/** The labs solved, which the instructor's checkout has and nobody else. */
public final class Reference {
    /** The property by which the launcher says where the checkout is. */
    private static final String HOME = "wiregrade.home";

    private Reference() {}

    /** The reference of the checkout that this was started from; empty where there is none. */
    public static Optional<Submission> here() throws IOException {
        String home = System.getProperty(HOME);
        if (home == null) {
            return Optional.empty();
        }
        Path folder = Path.of(home, "reference").toAbsolutePath();
        return Files.isDirectory(folder.resolve("src/main/java"))
                ? Optional.of(Submission.in(folder))
                : Optional.empty();
    }
}
