package org.wiregrade.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The forms that results can be exported in. */
public enum Format {
    AUTOLAB,
    CANVAS,
    CLASSROOM50,
    CSV,
    GITHUB,
    GRADESCOPE,
    JUNIT,
    MOODLE,
    PRAIRIELEARN;

    private Exporter exporter() {
        return switch (this) {
            case AUTOLAB -> new FilePerStudent("%s.txt", Autolab::of);
            case CANVAS -> new Canvas();
            case CLASSROOM50 -> new Classroom50();
            case CSV -> new PlainCsv();
            case GITHUB -> new GitHub();
            case GRADESCOPE -> new FilePerStudent("%s/results.json", Gradescope::of);
            case JUNIT -> new FilePerStudent("%s.xml", JunitXml::of);
            case MOODLE -> new Moodle();
            case PRAIRIELEARN -> new FilePerStudent("%s/results.json", PrairieLearn::of);
        };
    }

    /** What the platform is called, here and in a policy. */
    public String platform() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Writes entries in this form; whose grade is held gets no number. */
    public Outcome write(Request request) throws IOException {
        Outcome outcome = exporter().write(request);
        List<String> unwritten = new ArrayList<>();
        request.entries().stream()
                .filter(Entry::isHeld)
                .forEach(entry -> unwritten.add(entry.who() + ": held, " + String.join("; ", entry.held())));
        unwritten.addAll(outcome.unwritten());
        return new Outcome(unwritten, outcome.notes());
    }
}
