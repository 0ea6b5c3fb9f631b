package org.wiregrade.cli;

import java.util.List;
import org.wiregrade.labs.Labs;
import org.wiregrade.testbed.Lab;
import picocli.CommandLine.Option;

/** The option that names the labs to run. */
final class LabOption {
    @Option(
            names = "--lab",
            paramLabel = "LAB",
            defaultValue = "all",
            description = "chat, two-flow, or all (the default).")
    private String name;

    List<Lab> labs() {
        return Labs.chosen(name);
    }
}
