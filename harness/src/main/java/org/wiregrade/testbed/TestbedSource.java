package org.wiregrade.testbed;

import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** Where checks get their testbed from; each of the two hosts puts one into the launcher session's store. */
@FunctionalInterface
public interface TestbedSource {
    /** The store's namespace, and the key below it. */
    Namespace NAMESPACE = Namespace.create(TestbedSource.class);

    /**
     * Opens the testbed of a lab; the caller closes it.
     *
     * @param lab the lab's name
     * @param submission the folder that the configuration parameter {@code wiregrade.submission} names
     * @param seed of the words, which the parameter {@code wiregrade.seed} says; empty where any will do
     */
    Testbed open(String lab, String submission, Optional<String> seed) throws Exception;
}
