package org.wiregrade.batch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.wiregrade.results.Flag;
import org.wiregrade.results.Likeness;
import org.wiregrade.results.Result;

/** Finds submissions of a class that share their evidence, from what the results keep of it. */
final class Copies {
    private static final String COPY = "copy";

    /**
     * What two submissions may have in common.
     *
     * @see Likeness#kind()
     */
    private enum Kind {
        /** So many with the same connection are named with each other; nobody needs more to begin to ask. */
        CAPTURE(
                1,
                100,
                "the capture shows the same connections as that of ",
                "compare the SYN packets' raw sequence numbers (tcp.seq_raw)"),
        /** So many equal sentences are no chance; one that more of a class have is the handout's. */
        EXPLANATION(3, 12, "the explanation has the same sentences as that of ", "compare the explanations");

        private final int least;
        private final int mostOwners;
        private final String words;
        private final String where;

        Kind(int least, int mostOwners, String words, String where) {
            this.least = least;
            this.mostOwners = mostOwners;
            this.words = words;
            this.where = where;
        }

        private boolean is(Likeness likeness) {
            return name().equalsIgnoreCase(likeness.kind());
        }
    }

    private final Kind kind;
    private final Map<String, List<String>> owners = new HashMap<>();

    /** How much two have in common, by both their names. */
    private final Map<String, Map<String, Integer>> common = new TreeMap<>();

    private Copies(Kind kind, List<Result> results) {
        this.kind = kind;
        results.forEach(this::add);
        owners.values().stream()
                .filter(names -> names.size() <= kind.mostOwners)
                .forEach(names -> names.forEach(name -> names.forEach(other -> count(name, other))));
    }

    /** What a person should look at in each submission, by its name; nothing of those that share nothing. */
    static Map<String, List<Flag>> in(List<Result> results) {
        Map<String, List<Flag>> flags = new HashMap<>();
        for (Kind kind : Kind.values()) {
            new Copies(kind, results).addFlags(flags);
        }
        return flags;
    }

    private void add(Result result) {
        Set<String> values = new HashSet<>();
        result.likenesses().stream()
                .filter(kind::is)
                .forEach(likeness -> values.add(likeness.where() + " " + likeness.value()));
        values.forEach(
                value -> owners.computeIfAbsent(value, key -> new ArrayList<>()).add(result.submission()));
    }

    private void count(String name, String other) {
        if (!name.equals(other)) {
            common.computeIfAbsent(name, key -> new TreeMap<>()).merge(other, 1, Integer::sum);
        }
    }

    private void addFlags(Map<String, List<Flag>> flags) {
        common.forEach((name, others) -> {
            List<String> with = others.entrySet().stream()
                    .filter(other -> other.getValue() >= kind.least)
                    .map(Map.Entry::getKey)
                    .toList();
            if (!with.isEmpty()) {
                flags.computeIfAbsent(name, key -> new ArrayList<>())
                        .add(new Flag(COPY, kind.words + String.join(", ", with), kind.where, with));
            }
        });
    }
}
