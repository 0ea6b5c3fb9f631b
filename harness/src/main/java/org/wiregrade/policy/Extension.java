package org.wiregrade.policy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * More time for some.
 *
 * @param who people, {@code @} with a section, or {@code +} with a team
 * @param lab empty for all labs
 * @param by how much later; empty where {@code due} is given
 * @param until the cutoff; empty where it moves with due
 * @param freeDays how many may be used; empty where that stays
 * @param reason for instructors alone
 * @param place the file and line where it stands
 */
public record Extension(
        List<String> who,
        Optional<String> lab,
        Optional<Span> by,
        Optional<Instant> due,
        Optional<Instant> until,
        Optional<Integer> freeDays,
        String reason,
        String place) {
    public Extension {
        who = List.copyOf(who);
    }

    Instant dueAfter(Instant before, ZoneId zone) {
        return by.map(span -> span.after(before, zone)).or(() -> due).orElse(before);
    }
}
