package org.wiregrade.export;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wiregrade.policy.ClassPolicy;
import org.wiregrade.policy.Course;
import org.wiregrade.policy.Person;
import org.wiregrade.policy.Roster;
import org.wiregrade.report.Worth;
import org.wiregrade.results.Result;
import org.wiregrade.results.Verdict;

/** The entries that follow from results, as they are or by a policy. */
public final class Entries {
    private Entries() {}

    /** An entry a result, with the points that its checks gave. */
    public static List<Entry> asGraded(List<Result> results, Roster roster) {
        return results.stream().map(result -> asGraded(result, roster)).toList();
    }

    private static Entry asGraded(Result result, Roster roster) {
        List<String> held = !result.needsPerson()
                ? List.of()
                : result.checks().isEmpty()
                        ? List.of("nothing could be checked")
                        : result.checks().stream()
                                .filter(check -> check.verdict() == Verdict.BROKEN)
                                .map(check -> check.id() + " could not tell")
                                .toList();
        return new Entry(
                result.submission(),
                person(roster, result.submission()),
                result.submission(),
                result.lab(),
                Optional.of(result),
                Optional.empty(),
                held.isEmpty() ? Optional.of(BigDecimal.valueOf(result.earned())) : Optional.empty(),
                BigDecimal.valueOf(result.possible()),
                held);
    }

    /**
     * An entry for each person of a course who has a grade in the labs of these results, or should have one.
     *
     * @param platform whose rules in the policy decide whether lateness is taken off
     * @param now decides which checks are hidden
     */
    public static List<Entry> byPolicy(
            List<Result> results, ClassPolicy policy, Course course, String platform, Roster roster, Instant now) {
        Map<String, Result> byName = new HashMap<>();
        Set<String> labs = new HashSet<>();
        results.forEach(result -> {
            byName.put(result.submission(), result);
            labs.add(result.lab());
        });
        return course.calculations().stream()
                .filter(each -> labs.contains(each.lab()))
                .map(each -> {
                    Optional<Result> result = Optional.ofNullable(byName.get(each.submission()));
                    boolean raw =
                            policy.labs().get(each.lab()).exportTo(platform).raw();
                    return new Entry(
                            each.who(),
                            person(roster, each.who()),
                            each.submission(),
                            each.lab(),
                            result,
                            result.map(theirs -> Worth.of(policy, List.of(each), theirs, now)),
                            raw ? each.gradeBeforeLateness() : each.grade(),
                            new BigDecimal(each.outOfText()),
                            each.held());
                })
                .toList();
    }

    private static Optional<Person> person(Roster roster, String name) {
        List<Person> fits = roster.owning(name);
        return fits.size() == 1 ? Optional.of(fits.get(0)) : Optional.empty();
    }
}
