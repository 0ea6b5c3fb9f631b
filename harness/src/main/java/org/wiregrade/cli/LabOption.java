package org.wiregrade.cli;

import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.wiregrade.labs.Labs;
import org.wiregrade.testbed.Lab;
import picocli.CommandLine.Option;

/** The option that names the labs to run. */
final class LabOption {
    @Option(
            names = "--lab",
            paramLabel = "LAB",
            defaultValue = "all",
            completionCandidates = Names.class,
            description = "One of ${COMPLETION-CANDIDATES}; all, the default, are those that share a handout.")
    private String name;

    /** What may stand behind the option. */
    static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Stream.concat(Labs.all().stream().map(Lab::name), Stream.of("all"))
                    .iterator();
        }
    }

    List<Lab> labs() {
        return Labs.chosen(name);
    }
}
