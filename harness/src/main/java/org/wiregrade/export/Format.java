package org.wiregrade.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.wiregrade.results.Result;
import org.wiregrade.results.ResultJson;

/** The forms that results can be exported in. */
public enum Format {
    CSV,
    GRADESCOPE,
    JUNIT,
    PRAIRIELEARN;

    /**
     * Writes results in this form: {@link #CSV} to one file, the others to a file a submission in a folder.
     *
     * @return the submissions of which no grade was written, because a person has to look at them
     */
    public List<String> write(List<Result> results, Path target) throws IOException {
        if (this == CSV) {
            ResultJson.writeWhole(target, PlainCsv.of(results));
        } else {
            for (Result result : results) {
                writeOne(result, target);
            }
        }
        return results.stream()
                .filter(Result::needsPerson)
                .map(Result::submission)
                .toList();
    }

    /** Writes a submission's file; of who needs a person, a grade of an earlier export goes. */
    private void writeOne(Result result, Path target) throws IOException {
        if (this == JUNIT) {
            ResultJson.writeWhole(target.resolve(result.submission() + ".xml"), JunitXml.of(result));
            return;
        }
        Path file = target.resolve(result.submission()).resolve("results.json");
        if (result.needsPerson()) {
            Files.deleteIfExists(file);
        } else {
            ResultJson.writeWhole(
                    file, this == GRADESCOPE ? PlatformJson.gradescope(result) : PlatformJson.prairieLearn(result));
        }
    }
}
