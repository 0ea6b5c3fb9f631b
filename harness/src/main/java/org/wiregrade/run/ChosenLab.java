package org.wiregrade.run;

import java.util.List;
import java.util.Optional;
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
    private final Optional<List<Lab>> chosen =
            Optional.ofNullable(System.getProperty("wiregrade.lab")).map(Labs::chosen);

    @Override
    public FilterResult apply(TestDescriptor test) {
        Optional<Lab> lab = test.getSource()
                .filter(MethodSource.class::isInstance)
                .flatMap(source -> Lab.of(((MethodSource) source).getJavaClass()));
        return FilterResult.includedIf(
                lab.isEmpty() || chosen.isEmpty() || chosen.get().contains(lab.get()));
    }
}
