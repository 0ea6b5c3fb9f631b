package org.wiregrade.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.wiregrade.results.CheckResult;
import org.wiregrade.results.Result;
import org.wiregrade.results.ResultJson;
import org.wiregrade.results.Seal;

/** The results that a batch left, each of them looked at before it becomes a grade elsewhere. */
public final class Results {
    private Results() {}

    /** All results of a folder by name; one that is unsigned, changed or of somebody else is an {@link IOException}. */
    public static List<Result> of(Path folder, Optional<Seal> seal) throws IOException {
        Path submissions = folder.resolve("submissions");
        if (!Files.isDirectory(submissions)) {
            throw new IOException(folder + " has no results; give the folder that grade --out or merge --out wrote");
        }
        List<Path> files;
        try (Stream<Path> places = Files.list(submissions)) {
            files = places.map(place -> place.resolve("result.json"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
        if (files.isEmpty()) {
            throw new IOException(folder + " has no results; nothing was graded there yet");
        }
        List<Result> results = new ArrayList<>();
        for (Path file : files) {
            Result result = ResultJson.read(file);
            if (seal.isPresent() && !seal.get().holds(result)) {
                throw new IOException(file + " does not bear the key's signature");
            }
            if (!file.getParent().getFileName().toString().equals(result.submission())) {
                throw new IOException(file + " is the result of another submission, " + result.submission());
            }
            for (CheckResult check : result.checks()) {
                if (check.earned() < 0 || check.earned() > check.points()) {
                    throw new IOException(
                            file + " gives " + check.earned() + " of " + check.points() + " points for " + check.id());
                }
            }
            results.add(result);
        }
        return results;
    }
}
