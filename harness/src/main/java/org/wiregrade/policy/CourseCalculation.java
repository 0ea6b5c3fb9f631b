package org.wiregrade.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.wiregrade.policy.Course.Graded;

/** Calculates lab after lab, and keeps who has how many free days left. */
final class CourseCalculation {
    private final ClassPolicy policy;
    private final HandIns handIns;
    private final List<String> notes = new ArrayList<>();
    private final List<Calculation> calculations = new ArrayList<>();
    private final Map<String, Integer> freeDaysLeft = new HashMap<>();
    private final Set<String> everybody = new TreeSet<>();

    CourseCalculation(ClassPolicy policy) {
        this.policy = policy;
        handIns = new HandIns(policy);
    }

    Course calculate(List<Graded> results) throws RefusedPolicy {
        Map<String, List<Graded>> byLab = new LinkedHashMap<>();
        for (Graded each : results) {
            if (!policy.labs().containsKey(each.result().lab())) {
                throw new RefusedPolicy("the result of " + each.name() + " is of lab "
                        + each.result().lab() + ", and the policy has "
                        + String.join(", ", new TreeSet<>(policy.labs().keySet())));
            }
            byLab.computeIfAbsent(each.result().lab(), lab -> new ArrayList<>()).add(each);
        }
        List<LabPolicy> labs = byLab.keySet().stream()
                .map(policy.labs()::get)
                .sorted(Comparator.comparing((LabPolicy lab) -> lab.due().orElse(Instant.MAX))
                        .thenComparing(LabPolicy::name))
                .toList();
        for (LabPolicy lab : labs) {
            calculate(lab, byLab.get(lab.name()));
        }
        noteStrangers();
        noteOtherLabs(byLab.keySet());
        return new Course(calculations, notes);
    }

    private void calculate(LabPolicy lab, List<Graded> results) {
        Map<String, List<Graded>> owned = new TreeMap<>();
        policy.roster().people().forEach(person -> owned.put(person.id(), new ArrayList<>()));
        for (Graded each : results) {
            for (String owner : handIns.owners(lab, each, notes)) {
                owned.computeIfAbsent(owner, key -> new ArrayList<>()).add(each);
            }
        }
        handIns.people(lab).forEach(who -> owned.computeIfAbsent(who, key -> new ArrayList<>()));
        everybody.addAll(owned.keySet());
        Map<String, Integer> before = new HashMap<>();
        owned.keySet().forEach(who -> before.put(who, left(who)));
        for (String who : owned.keySet()) {
            Calculation calculation = new PersonCalculation(policy, lab, who, handIns, owned, before).calculate();
            calculations.add(calculation);
            freeDaysLeft.put(who, Math.max(0, left(who) - calculation.freeDaysUsed()));
        }
    }

    private int left(String who) {
        return freeDaysLeft.getOrDefault(who, policy.freeDays());
    }

    /** Overrides and extensions of people who are not here must not be lost unseen. */
    private void noteStrangers() {
        policy.overrides().forEach(each -> noteStranger(each.who(), each.place(), "override"));
        policy.extensions().forEach(each -> each.who().forEach(who -> noteStranger(who, each.place(), "extension")));
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
                .filter(lab -> used && !here.contains(lab.name()) && lab.late().freeDays() > 0)
                .map(LabPolicy::name)
                .sorted()
                .forEach(lab -> notes.add(
                        "free days used in lab " + lab + " are not known here; give the folder of its results, too"));
    }
}
