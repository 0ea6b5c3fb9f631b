package org.wiregrade.host;

import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.wiregrade.labs.Labs;
import org.wiregrade.testbed.Lab;

/**
 * Of the checks that Maven finds in the harness, those of the lab that the student chose.
 *
 * <p>The JUnit Platform finds it by its service file. The system property {@code wiregrade.lab} names the lab; without
 * it nothing is left out.
 */
public final class ChosenLab implements PostDiscoveryFilter {
    private static final Logger LOGGER = Logger.getLogger("org.wiregrade");

    private final Optional<List<Lab>> chosen =
            Optional.ofNullable(System.getProperty("wiregrade.lab")).map(ChosenLab::named);

    /** A name that no lab has leaves nothing, which ends Maven's run red; the student reads which names there are. */
    private static List<Lab> named(String name) {
        try {
            return Labs.chosen(name);
        } catch (IllegalArgumentException e) {
            LOGGER.severe(e.getMessage());
            return List.of();
        }
    }

    @Override
    public FilterResult apply(TestDescriptor test) {
        Optional<Lab> lab = test.getSource()
                .filter(MethodSource.class::isInstance)
                .flatMap(source -> Lab.of(((MethodSource) source).getJavaClass()));
        return FilterResult.includedIf(
                lab.isEmpty() || chosen.isEmpty() || chosen.get().contains(lab.get()));
    }
}
