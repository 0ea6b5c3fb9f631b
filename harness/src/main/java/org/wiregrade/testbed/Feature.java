package org.wiregrade.testbed;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.TestReporter;

/**
 * Something in a piece of evidence by which it is known again in another submission.
 *
 * @param kind of evidence, in one word
 * @param value equal where it is the same
 * @param where what it was found in
 */
public record Feature(String kind, String value, String where) {
    /** Tells it to whoever runs the checks. */
    public void publish(TestReporter report) {
        Published.FEATURE.by(report, kind, value, where);
    }

    /** The feature in what a check has published; empty where that is something else. */
    public static Optional<Feature> in(Map<String, String> entry) {
        return Published.FEATURE.in(entry, Feature::new);
    }
}
