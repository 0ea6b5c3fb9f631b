package org.wiregrade.policy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.wiregrade.results.Result;

/**
 * The grades of a class by its policy, lab by lab in the order in which they are due.
 *
 * @param calculations by lab and person
 * @param notes what did not fit together, as sentences
 */
public record Course(List<Calculation> calculations, List<String> notes) {
    public Course {
        calculations = List.copyOf(calculations);
        notes = List.copyOf(notes);
    }

    /**
     * A result.
     *
     * @param doubts why a person has to look at it, whatever its checks say
     */
    public record Graded(Result result, List<String> doubts) {
        public Graded {
            doubts = List.copyOf(doubts);
        }

        String name() {
            return result.submission();
        }
    }

    /** One of the times at which somebody handed in; the result may not be there. */
    private record Attempt(Optional<Instant> at, Optional<Graded> graded) {}

    /** The grades of all results, and of those on the roster who handed nothing in. */
    public static Course of(ClassPolicy policy, List<Graded> results) throws RefusedPolicy {
        return new Computing(policy).compute(results);
    }

    /** Computes lab after lab, and keeps who has how many free days left. */
    private static final class Computing {
        private final ClassPolicy policy;
        private final List<String> notes = new ArrayList<>();
        private final List<Calculation> calculations = new ArrayList<>();
        private final Map<String, Integer> freeDaysLeft = new HashMap<>();
        private final Set<String> everybody = new TreeSet<>();

        /** Looked up once: lists are long. */
        private final Map<String, List<Handing>> handingsOf = new TreeMap<>();

        Computing(ClassPolicy policy) {
            this.policy = policy;
            policy.handings()
                    .forEach(handing -> handingsOf
                            .computeIfAbsent(person(handing.who()), key -> new ArrayList<>())
                            .add(handing));
        }

        Course compute(List<Graded> results) throws RefusedPolicy {
            Map<String, List<Graded>> byLab = new LinkedHashMap<>();
            for (Graded each : results) {
                if (!policy.labs().containsKey(each.result().lab())) {
                    throw new RefusedPolicy("the result of " + each.name() + " is of lab "
                            + each.result().lab() + ", and the policy has "
                            + String.join(", ", new TreeSet<>(policy.labs().keySet())));
                }
                byLab.computeIfAbsent(each.result().lab(), lab -> new ArrayList<>())
                        .add(each);
            }
            List<LabPolicy> labs = byLab.keySet().stream()
                    .map(policy.labs()::get)
                    .sorted(Comparator.comparing((LabPolicy lab) -> lab.due().orElse(Instant.MAX))
                            .thenComparing(LabPolicy::name))
                    .toList();
            for (LabPolicy lab : labs) {
                compute(lab, byLab.get(lab.name()));
            }
            noteStrangers();
            noteOtherLabs(byLab.keySet());
            return new Course(calculations, notes);
        }

        private void compute(LabPolicy lab, List<Graded> results) {
            Map<String, List<Graded>> owned = new TreeMap<>();
            policy.roster().people().forEach(person -> owned.put(person.id(), new ArrayList<>()));
            for (Graded each : results) {
                for (String owner : owners(lab, each)) {
                    owned.computeIfAbsent(owner, key -> new ArrayList<>()).add(each);
                }
            }
            policy.handings().stream()
                    .filter(handing -> isOf(handing, lab))
                    .forEach(handing -> owned.computeIfAbsent(person(handing.who()), key -> new ArrayList<>()));
            everybody.addAll(owned.keySet());
            Map<String, Integer> before = new HashMap<>();
            owned.keySet().forEach(who -> before.put(who, left(who)));
            for (String who : owned.keySet()) {
                Calculation calculation = new OnePerson(lab, who, owned, before).calculate();
                calculations.add(calculation);
                freeDaysLeft.put(who, Math.max(0, left(who) - calculation.freeDaysUsed()));
            }
        }

        private int left(String who) {
            return freeDaysLeft.getOrDefault(who, policy.freeDays());
        }

        private static boolean isOf(Handing handing, LabPolicy lab) {
            return handing.lab().isEmpty() || handing.lab().equals(lab.name());
        }

        /** Whom a list means by what it calls somebody. */
        private String person(String called) {
            var fits = policy.roster().owning(called);
            return fits.size() == 1 ? fits.get(0).id() : called;
        }

        private Set<String> owners(LabPolicy lab, Graded graded) {
            Set<String> owners = new TreeSet<>();
            policy.handings().stream()
                    .filter(handing ->
                            isOf(handing, lab) && handing.submission().equals(graded.name()))
                    .forEach(handing -> owners.add(person(handing.who())));
            if (!owners.isEmpty()) {
                return owners;
            }
            var fits = policy.roster().owning(graded.name());
            if (fits.size() != 1 && !policy.roster().isEmpty()) {
                notes.add(
                        fits.isEmpty()
                                ? "nobody on the roster fits " + graded.name()
                                : graded.name() + " fits several on the roster: "
                                        + String.join(
                                                ", ",
                                                fits.stream()
                                                        .map(each -> each.id())
                                                        .toList()));
            }
            return Set.of(fits.size() == 1 ? fits.get(0).id() : graded.name());
        }

        /** Overrides and extensions of people who are not here must not be lost unseen. */
        private void noteStrangers() {
            policy.overrides().forEach(each -> noteStranger(each.who(), each.place(), "override"));
            policy.extensions()
                    .forEach(each -> each.who().forEach(who -> noteStranger(who, each.place(), "extension")));
        }

        private void noteStranger(String who, String place, String what) {
            if (everybody.stream().noneMatch(each -> policy.roster().means(who, each))) {
                notes.add(place + ": the " + what + " is for \"" + who + "\", and nobody here is called so"
                        + Nearest.words(who, everybody));
            }
        }

        private void noteOtherLabs(Set<String> here) {
            boolean used = policy.labs().values().stream()
                    .anyMatch(lab -> here.contains(lab.name()) && lab.late().freeDays() > 0);
            policy.labs().values().stream()
                    .filter(lab ->
                            used && !here.contains(lab.name()) && lab.late().freeDays() > 0)
                    .map(LabPolicy::name)
                    .sorted()
                    .forEach(lab -> notes.add("free days used in lab " + lab
                            + " are not known here; give the folder of its results, too"));
        }

        /** One person's lab. */
        private final class OnePerson {
            private final LabPolicy lab;
            private final String who;
            private final Map<String, List<Graded>> owned;
            private final Map<String, Integer> before;
            private final List<String> remarks = new ArrayList<>();
            private final List<String> doubts = new ArrayList<>();
            private Optional<Instant> due;
            private Optional<Instant> cutoff;
            private int freeDays;

            OnePerson(LabPolicy lab, String who, Map<String, List<Graded>> owned, Map<String, Integer> before) {
                this.lab = lab;
                this.who = who;
                this.owned = owned;
                this.before = before;
                due = lab.due();
                freeDays = lab.late().freeDays();
                cutoff = cutoff(due);
                extend();
            }

            Calculation calculate() {
                Set<String> members = members();
                List<Attempt> attempts = attempts(members);
                int limit = lab.attempts().limit();
                if (limit > 0 && lab.attempts().overLimit().isEmpty() && attempts.size() > limit) {
                    remarks.add(
                            (attempts.size() - limit) + " submissions above the limit of " + limit + " do not count");
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
                    doubts.add(
                            "submission " + (chosen + 1) + " of " + attempts.size() + " counts, and it is not graded");
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
                    if (due.isEmpty()
                            || (at.isPresent() && !at.get().isAfter(lab.grace().after(due.get(), policy.zone())))) {
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
                        doubts.add("submission " + (i + 1) + " of " + attempts.size()
                                + " is not graded, and the best one counts");
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
                                due,
                                cutoff,
                                freeDays,
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
                String team =
                        policy.roster().called(who).map(person -> person.team()).orElse("");
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

            /** What was handed in, from the first to the last. */
            private List<Attempt> attempts(Set<String> members) {
                List<Graded> graded = members.stream()
                        .flatMap(member -> owned.getOrDefault(member, List.of()).stream())
                        .distinct()
                        .toList();
                List<Handing> handings = handings(members);
                if (handings.isEmpty()) {
                    if (graded.size() > 1) {
                        doubts.add("there are several submissions ("
                                + String.join(
                                        ", ", graded.stream().map(Graded::name).toList())
                                + "), and nothing says when each was handed in");
                    }
                    return graded.stream()
                            .map(each -> new Attempt(Optional.empty(), Optional.of(each)))
                            .toList();
                }
                boolean named =
                        handings.stream().anyMatch(each -> !each.submission().isEmpty());
                List<Attempt> attempts = new ArrayList<>();
                for (int i = 0; i < handings.size(); i++) {
                    Handing handing = handings.get(i);
                    boolean last = i == handings.size() - 1;
                    Optional<Graded> result = named
                            ? graded.stream()
                                    .filter(each -> each.name().equals(handing.submission()))
                                    .findFirst()
                            : last && graded.size() == 1 ? Optional.of(graded.get(0)) : Optional.empty();
                    attempts.add(new Attempt(Optional.of(handing.at()), result));
                }
                return attempts;
            }

            /** By the first source that says anything; a submission that several members are listed with counts once. */
            private List<Handing> handings(Set<String> members) {
                List<Handing> all = members.stream()
                        .flatMap(member -> handingsOf.getOrDefault(member, List.of()).stream())
                        .filter(each -> isOf(each, lab))
                        .toList();
                for (String source : lab.timeFrom()) {
                    Set<List<Object>> seen = new HashSet<>();
                    List<Handing> some = all.stream()
                            .filter(each -> each.from().equals(source))
                            .filter(each -> seen.add(
                                    List.of(each.at(), each.submission().isEmpty() ? each.who() : each.submission())))
                            .sorted(Comparator.comparing(Handing::at))
                            .toList();
                    if (!some.isEmpty()) {
                        return some;
                    }
                }
                return List.of();
            }

            private Optional<Instant> cutoff(Optional<Instant> ownDue) {
                if (lab.cutoff().isEmpty() || lab.due().isEmpty() || ownDue.isEmpty()) {
                    return lab.cutoff().flatMap(LabPolicy.Cutoff::at);
                }
                LabPolicy.Cutoff rule = lab.cutoff().get();
                return Optional.of(rule.at()
                        .map(at -> at.plus(Duration.between(lab.due().get(), ownDue.get())))
                        .orElseGet(() -> rule.behindDue().after(ownDue.get(), policy.zone())));
            }

            private void extend() {
                for (Extension each : policy.extensions()) {
                    boolean meant =
                            each.who().stream().anyMatch(whom -> policy.roster().means(whom, who));
                    if (!meant || !each.lab().map(lab.name()::equals).orElse(true) || due.isEmpty()) {
                        continue;
                    }
                    due = due.map(before -> each.dueAfter(before, policy.zone()));
                    cutoff = each.until().or(() -> cutoff(due));
                    freeDays = each.freeDays().orElse(freeDays);
                    remarks.add("Extension to " + Times.text(due.get(), policy.zone()) + ": " + each.reason());
                }
            }
        }
    }
}
