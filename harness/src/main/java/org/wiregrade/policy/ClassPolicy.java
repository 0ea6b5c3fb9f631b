package org.wiregrade.policy;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * An instructor's policy: what results are worth.
 *
 * @param labs by name
 * @param freeDays how many each person has for the whole course
 * @param roster empty where there is none
 * @param notes what is odd in it, as sentences
 */
public record ClassPolicy(
        String course,
        ZoneId zone,
        Map<String, LabPolicy> labs,
        int freeDays,
        Roster roster,
        List<Handing> handings,
        List<Extension> extensions,
        List<GradeOverride> overrides,
        List<String> notes) {
    public ClassPolicy {
        labs = Map.copyOf(labs);
        handings = List.copyOf(handings);
        extensions = List.copyOf(extensions);
        overrides = List.copyOf(overrides);
        notes = List.copyOf(notes);
    }
}
