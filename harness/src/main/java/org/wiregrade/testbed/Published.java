package org.wiregrade.testbed;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.TestReporter;

/** How what a check has found besides its verdict goes through JUnit to whoever runs the checks. */
enum Published {
    DOUBT,
    FEATURE;

    private static final String TEXT = "text";
    private static final String WHERE = "where";

    /** Makes it again of its kind, its text and its place. */
    @FunctionalInterface
    interface Maker<T> {
        T of(String kind, String text, String where);
    }

    private String key() {
        return "wiregrade." + name();
    }

    void by(TestReporter report, String kind, String text, String where) {
        report.publishEntry(Map.of(key(), kind, TEXT, text, WHERE, where));
    }

    <T> Optional<T> in(Map<String, String> entry, Maker<T> maker) {
        return Optional.ofNullable(entry.get(key())).map(kind -> maker.of(kind, entry.get(TEXT), entry.get(WHERE)));
    }
}
