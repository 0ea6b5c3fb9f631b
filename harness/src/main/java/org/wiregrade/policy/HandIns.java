package org.wiregrade.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.wiregrade.policy.Course.Graded;

/** Who handed what in, and when, by the policy's lists and its roster. */
final class HandIns {
    private final ClassPolicy policy;

    /** Looked up once: lists are long. */
    private final Map<String, List<Handing>> byPerson = new TreeMap<>();

    HandIns(ClassPolicy policy) {
        this.policy = policy;
        policy.handings()
                .forEach(handing -> byPerson.computeIfAbsent(person(handing.who()), key -> new ArrayList<>())
                        .add(handing));
    }

    /** Those who are listed with anything of a lab. */
    Stream<String> people(LabPolicy lab) {
        return policy.handings().stream().filter(handing -> isOf(handing, lab)).map(handing -> person(handing.who()));
    }

    /**
     * Whose a submission is.
     *
     * @param notes gets a sentence where the roster does not say it
     */
    Set<String> owners(LabPolicy lab, Graded graded, List<String> notes) {
        Set<String> owners = new TreeSet<>();
        policy.handings().stream()
                .filter(handing -> isOf(handing, lab) && handing.submission().equals(graded.name()))
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
                                            fits.stream().map(each -> each.id()).toList()));
        }
        return Set.of(fits.size() == 1 ? fits.get(0).id() : graded.name());
    }

    /**
     * What some people handed in of a lab, from the first to the last.
     *
     * @param owned all submissions of that lab, by person
     * @param doubts gets a sentence where nothing says which was the last
     */
    List<Attempt> attempts(LabPolicy lab, Set<String> members, Map<String, List<Graded>> owned, List<String> doubts) {
        List<Graded> graded = members.stream()
                .flatMap(member -> owned.getOrDefault(member, List.of()).stream())
                .distinct()
                .toList();
        List<Handing> handings = handings(lab, members);
        if (handings.isEmpty()) {
            if (graded.size() > 1) {
                doubts.add("there are several submissions ("
                        + String.join(", ", graded.stream().map(Graded::name).toList())
                        + "), and nothing says when each was handed in");
            }
            return graded.stream()
                    .map(each -> new Attempt(Optional.empty(), Optional.of(each)))
                    .toList();
        }
        boolean named = handings.stream().anyMatch(each -> !each.submission().isEmpty());
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
    private List<Handing> handings(LabPolicy lab, Set<String> members) {
        List<Handing> all = members.stream()
                .flatMap(member -> byPerson.getOrDefault(member, List.of()).stream())
                .filter(each -> isOf(each, lab))
                .toList();
        for (String source : lab.timeFrom()) {
            Set<List<Object>> seen = new HashSet<>();
            List<Handing> some = all.stream()
                    .filter(each -> each.from().equals(source))
                    .filter(each ->
                            seen.add(List.of(each.at(), each.submission().isEmpty() ? each.who() : each.submission())))
                    .sorted(Comparator.comparing(Handing::at))
                    .toList();
            if (!some.isEmpty()) {
                return some;
            }
        }
        return List.of();
    }

    /** Whom a list means by what it calls somebody. */
    private String person(String called) {
        var fits = policy.roster().owning(called);
        return fits.size() == 1 ? fits.get(0).id() : called;
    }

    private static boolean isOf(Handing handing, LabPolicy lab) {
        return handing.lab().isEmpty() || handing.lab().equals(lab.name());
    }
}
