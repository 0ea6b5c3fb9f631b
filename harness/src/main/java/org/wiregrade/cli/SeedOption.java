package org.wiregrade.cli;

import java.util.OptionalLong;
import org.wiregrade.testbed.Vocabulary;
import picocli.CommandLine.Option;

/** The option that says again the words of an earlier run. */
final class SeedOption {
    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "",
            showDefaultValue = picocli.CommandLine.Help.Visibility.NEVER,
            description = "Say to the programs what the run with this seed said (default: other words in each run).")
    private String seed;

    /** The words that were asked for, else those of an earlier run, else any. */
    Vocabulary words(OptionalLong earlier) {
        return seed.isBlank() && earlier.isPresent() ? new Vocabulary(earlier.getAsLong()) : Vocabulary.of(seed);
    }
}
