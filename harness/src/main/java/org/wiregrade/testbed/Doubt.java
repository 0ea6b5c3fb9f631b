package org.wiregrade.testbed;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.TestReporter;

/**
 * What a check has seen that no rule forbids and that a right submission hardly has; it costs no point.
 *
 * @param kind in one word
 * @param where the packets or lines that show it
 */
public record Doubt(String kind, String words, String where) {
    /** Tells it to whoever runs the checks. */
    public void publish(TestReporter report) {
        Published.DOUBT.by(report, kind, words, where);
    }

    /** The doubt in what a check has published; empty where that is something else. */
    public static Optional<Doubt> in(Map<String, String> entry) {
        return Published.DOUBT.in(entry, Doubt::new);
    }
}
