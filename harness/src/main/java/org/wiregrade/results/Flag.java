package org.wiregrade.results;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * Something that a person should look at before the evidence is believed; it costs no point, and students do not see it.
 *
 * @param kind such as {@code log}, {@code explanation}, {@code scripted} or {@code copy}
 * @param where the packets or lines that show it
 * @param with the other submissions that it is about
 */
public record Flag(
        String kind,
        String words,
        String where,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> with) {
    public Flag {
        with = with == null ? List.of() : List.copyOf(with);
    }

    /** A flag of one submission alone. */
    public Flag(String kind, String words, String where) {
        this(kind, words, where, List.of());
    }
}
