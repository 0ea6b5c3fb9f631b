package org.wiregrade.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;

/**
 * One of the folders or archives that a student handed in.
 *
 * @param order what the platform says, as text that sorts; empty where it says nothing
 * @param modified the file's own time, which decides where the platform says nothing
 */
record Attempt(Path path, String order, Instant modified) {
    static final Comparator<Attempt> EARLIEST_FIRST = Comparator.comparing(Attempt::order)
            .thenComparing(Attempt::modified)
            .thenComparing(Attempt::path);

    static Attempt of(Path path, String order) throws IOException {
        return new Attempt(path, order, Files.getLastModifiedTime(path).toInstant());
    }

    String words() {
        return EntryName.shown(path.getFileName().toString()) + " of " + modified.truncatedTo(ChronoUnit.SECONDS);
    }
}
