package org.wiregrade.policy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.wiregrade.results.Result;

/**
 * All that is known of one person's lab.
 *
 * @param result of the submission that counts; empty where nothing was handed in
 * @param submitted empty where no source says when
 * @param tooMany how many submissions there were above the limit
 * @param due this person's, extended already; empty where nothing is ever late
 * @param cutoff this person's; empty where there is none
 * @param freeDays how many this person may use here
 * @param freeDaysLeft how many this person has left in the course, before this lab
 * @param doubts why a person has to look before there is a grade
 * @param remarks how this came about, such as an extension; for instructors alone
 */
public record Situation(
        String who,
        String submission,
        Optional<Result> result,
        Optional<Instant> submitted,
        int tooMany,
        Optional<Instant> due,
        Optional<Instant> cutoff,
        int freeDays,
        int freeDaysLeft,
        List<GradeOverride> overrides,
        List<String> doubts,
        List<String> remarks) {
    public Situation {
        overrides = List.copyOf(overrides);
        doubts = List.copyOf(doubts);
        remarks = List.copyOf(remarks);
    }
}
