package org.wiregrade.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.wiregrade.results.CheckResult;
import org.wiregrade.results.Result;
import org.wiregrade.results.ResultJson;
import org.wiregrade.results.Seal;

/**
 * Which results on disk are believed.
 *
 * @param seal the key's, where there is one
 */
record Belief(Optional<Seal> seal) {
    boolean isTrusted(Result result) {
        return seal.isEmpty() || seal.get().holds(result);
    }

    /** The result in a submission's folder: of that submission, with the key's signature, and points that there can be. */
    Result verified(Path place) throws IOException {
        Path file = place.resolve(ResultFolder.RESULT);
        Result result = ResultJson.read(file);
        if (!isTrusted(result)) {
            throw new IOException(file + " does not bear the key's signature");
        }
        if (!result.submission().equals(place.getFileName().toString())) {
            throw new IOException(file + " is the result of " + result.submission());
        }
        for (CheckResult check : result.checks()) {
            if (check.earned() < 0 || check.earned() > check.points()) {
                throw new IOException(
                        file + " gives " + check.earned() + " of " + check.points() + " points for " + check.id());
            }
        }
        return result;
    }
}
