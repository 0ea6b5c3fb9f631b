package org.wiregrade.policy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.wiregrade.policy.Course.Graded;

/** What one person gets for one lab: which attempt counts, and what is known about it. */
final class PersonCalculation {
    private final ClassPolicy policy;
    private final LabPolicy lab;
    private final String who;
    private final HandIns handIns;
    private final Map<String, List<Graded>> owned;
    private final Map<String, Integer> before;
    private final Terms terms;
    private final List<String> remarks;
    private final List<String> doubts = new ArrayList<>();

    /**
     * One person's lab.
     *
     * @param owned all submissions of the lab, by person
     * @param before the free days that each had left before it
     */
    PersonCalculation(
            ClassPolicy policy,
            LabPolicy lab,
            String who,
            HandIns handIns,
            Map<String, List<Graded>> owned,
            Map<String, Integer> before) {
        this.policy = policy;
        this.lab = lab;
        this.who = who;
        this.handIns = handIns;
        this.owned = owned;
        this.before = before;
        terms = Terms.of(policy, lab, who);
        remarks = new ArrayList<>(terms.remarks());
    }

    Calculation calculate() {
        Set<String> members = members();
        List<Attempt> attempts = handIns.attempts(lab, members, owned, doubts);
        int limit = lab.attempts().limit();
        if (limit > 0 && lab.attempts().overLimit().isEmpty() && attempts.size() > limit) {
            remarks.add((attempts.size() - limit) + " submissions above the limit of " + limit + " do not count");
            attempts = attempts.subList(0, limit);
        }
        if (attempts.isEmpty()) {
            return calculation(new Attempt(Optional.empty(), Optional.empty()), 0, members);
        }
        int chosen = switch (lab.attempts().count()) {
            case FIRST -> 0;
            case LAST -> attempts.size() - 1;
            case LAST_ON_TIME -> lastOnTime(attempts);
            case BEST -> best(attempts, members);
        };
        if (attempts.size() > 1) {
            remarks.add("Submission " + (chosen + 1) + " of " + attempts.size() + " counts");
        }
        if (attempts.get(chosen).graded().isEmpty()) {
            doubts.add("submission " + (chosen + 1) + " of " + attempts.size() + " counts, and it is not graded");
        }
        return calculation(attempts.get(chosen), tooMany(chosen), members);
    }

    private int tooMany(int chosen) {
        int limit = lab.attempts().limit();
        return limit == 0 ? 0 : Math.max(0, chosen + 1 - limit);
    }

    private int lastOnTime(List<Attempt> attempts) {
        for (int i = attempts.size() - 1; i >= 0; i--) {
            Optional<Instant> at = attempts.get(i).at();
            if (terms.due().isEmpty()
                    || (at.isPresent()
                            && !at.get().isAfter(lab.grace().after(terms.due().get(), policy.zone())))) {
                return i;
            }
        }
        return attempts.size() - 1;
    }

    private int best(List<Attempt> attempts, Set<String> members) {
        int best = attempts.size() - 1;
        Optional<BigDecimal> highest = Optional.empty();
        for (int i = 0; i < attempts.size(); i++) {
            if (attempts.get(i).graded().isEmpty()) {
                doubts.add(
                        "submission " + (i + 1) + " of " + attempts.size() + " is not graded, and the best one counts");
                continue;
            }
            Optional<BigDecimal> grade =
                    calculation(attempts.get(i), tooMany(i), members).computed();
            if (grade.isPresent() && (highest.isEmpty() || grade.get().compareTo(highest.get()) > 0)) {
                highest = grade;
                best = i;
            }
        }
        return best;
    }

    private Calculation calculation(Attempt attempt, int tooMany, Set<String> members) {
        List<String> why = new ArrayList<>(doubts);
        if (lab.holdFlagged()) {
            attempt.graded().ifPresent(graded -> why.addAll(graded.doubts()));
        }
        return new Calculator(lab, policy.zone())
                .calculate(new Situation(
                        who,
                        attempt.graded().map(Graded::name).orElse(""),
                        attempt.graded().map(Graded::result),
                        attempt.at(),
                        tooMany,
                        terms.due(),
                        terms.cutoff(),
                        terms.freeDays(),
                        freeDays(members),
                        policy.overrides().stream()
                                .filter(each -> each.lab().equals(lab.name())
                                        && policy.roster().means(each.who(), who))
                                .toList(),
                        why,
                        remarks));
    }

    private int freeDays(Set<String> members) {
        var days = members.stream().mapToInt(each -> before.getOrDefault(each, policy.freeDays()));
        return switch (lab.team().lateDays()) {
            case EACH -> before.getOrDefault(who, policy.freeDays());
            case MOST -> days.max().orElse(0);
            case TEAM -> days.min().orElse(0);
        };
    }

    private Set<String> members() {
        Set<String> members = new TreeSet<>(Set.of(who));
        String team = policy.roster().called(who).map(person -> person.team()).orElse("");
        if (lab.team().from() == LabPolicy.Membership.ROSTER && !team.isEmpty()) {
            policy.roster().people().stream()
                    .filter(person -> person.team().equals(team))
                    .forEach(person -> members.add(person.id()));
        } else if (lab.team().from() == LabPolicy.Membership.PLATFORM) {
            Set<Graded> own = new HashSet<>(owned.getOrDefault(who, List.of()));
            owned.forEach((other, theirs) -> {
                if (theirs.stream().anyMatch(own::contains)) {
                    members.add(other);
                }
            });
        }
        return members;
    }
}
