package org.wiregrade.batch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.wiregrade.results.Flag;
import org.wiregrade.results.Likeness;
import org.wiregrade.results.Result;

/** Finds submissions of a class that share their evidence, from what the results keep of it. */
final class Copies {
    private static final String KIND = "copy";
    private static final String CAPTURE = "capture";

    /** So many equal sentences of one explanation are no chance. */
    private static final int SENTENCES = 3;

    /** A sentence that more of a class have is the handout's. */
    private static final int MOST_WITH_A_SENTENCE = 12;

    /** So many with the same connection are named with each other; nobody needs more to begin to ask. */
    private static final int MOST_WITH_A_CONNECTION = 100;

    private final Map<String, List<String>> owners = new HashMap<>();
    private final Map<String, Map<String, Integer>> common = new TreeMap<>();

    private Copies() {}

    /** What a person should look at in each submission, by its name; nothing of those that share nothing. */
    static Map<String, List<Flag>> in(List<Result> results) {
        Map<String, List<Flag>> flags = new HashMap<>();
        for (String kind : List.of(CAPTURE, "explanation")) {
            Copies copies = new Copies();
            results.forEach(result -> copies.add(result, kind));
            copies.count(kind.equals(CAPTURE) ? MOST_WITH_A_CONNECTION : MOST_WITH_A_SENTENCE);
            copies.common.forEach((name, others) -> {
                int least = kind.equals(CAPTURE) ? 1 : SENTENCES;
                Set<String> with = new TreeSet<>();
                others.forEach((other, times) -> {
                    if (times >= least) {
                        with.add(other);
                    }
                });
                if (!with.isEmpty()) {
                    flags.computeIfAbsent(name, key -> new ArrayList<>()).add(flag(kind, with));
                }
            });
        }
        return flags;
    }

    private void add(Result result, String kind) {
        Set<String> values = new HashSet<>();
        for (Likeness each : result.likenesses()) {
            if (each.kind().equals(kind)) {
                values.add(each.where() + " " + each.value());
            }
        }
        values.forEach(
                value -> owners.computeIfAbsent(value, key -> new ArrayList<>()).add(result.submission()));
    }

    private void count(int most) {
        for (List<String> names : owners.values()) {
            if (names.size() <= most) {
                names.forEach(name -> names.forEach(other -> count(name, other)));
            }
        }
    }

    private void count(String name, String other) {
        if (!name.equals(other)) {
            common.computeIfAbsent(name, key -> new TreeMap<>()).merge(other, 1, Integer::sum);
        }
    }

    private static Flag flag(String kind, Set<String> with) {
        String words = kind.equals(CAPTURE)
                ? "the capture shows the same connections as that of " + String.join(", ", with)
                : "the explanation has the same sentences as that of " + String.join(", ", with);
        String where = kind.equals(CAPTURE)
                ? "compare the SYN packets' raw sequence numbers (tcp.seq_raw)"
                : "compare the explanations";
        return new Flag(KIND, words, where, List.copyOf(with));
    }
}
