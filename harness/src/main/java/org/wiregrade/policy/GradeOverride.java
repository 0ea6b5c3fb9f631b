package org.wiregrade.policy;

import java.time.Instant;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * A person's word on a grade, which stands above what was computed.
 *
 * @param who a person, {@code @} with a section, or {@code +} with a team
 * @param check whose points these are; empty where the whole grade is meant
 * @param points of the check, as the lab counts them
 * @param total the grade itself
 * @param add what is added to the score before lateness
 * @param excused whether no grade is to be given
 * @param reason for instructors alone
 * @param place the file and line where it stands
 */
public record GradeOverride(
        String who,
        String lab,
        Optional<String> check,
        Optional<BigFraction> points,
        Optional<BigFraction> total,
        Optional<BigFraction> add,
        boolean excused,
        String reason,
        String by,
        Instant at,
        String place) {}
