package org.wiregrade.export;

import java.util.List;

/**
 * What an export leaves to a person.
 *
 * @param unwritten why somebody's grade was not written, a sentence each
 * @param notes what else is good to know, a sentence each
 */
public record Outcome(List<String> unwritten, List<String> notes) {
    static final Outcome DONE = new Outcome(List.of(), List.of());

    public Outcome {
        unwritten = List.copyOf(unwritten);
        notes = List.copyOf(notes);
    }
}
