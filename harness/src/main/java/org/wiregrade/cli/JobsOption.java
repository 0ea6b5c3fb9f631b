package org.wiregrade.cli;

import picocli.CommandLine.Option;

/** The option that says how many submissions are in work at once. */
final class JobsOption {
    @Option(
            names = "--jobs",
            paramLabel = "N",
            description = "How many submissions are in work at once (default: four per core).")
    private Integer jobs;

    int atOnce() {
        int atOnce = jobs != null ? jobs : 4 * Runtime.getRuntime().availableProcessors();
        if (atOnce < 1) {
            throw new IllegalArgumentException("--jobs must be 1 or more");
        }
        return atOnce;
    }
}
