package org.wiregrade.policy;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The known name that somebody may have meant. */
public final class Nearest {
    private Nearest() {}

    /** The nearest of the known names; empty where none is near. */
    public static Optional<String> to(String name, Collection<String> known) {
        int most = Math.max(2, name.length() / 3);
        return known.stream()
                .filter(each -> distance(name, each) <= most)
                .min(Comparator.comparingInt((String each) -> distance(name, each))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** The end of a sentence about an unknown name: what was meant, or what there is. */
    public static String words(String name, Collection<String> known) {
        return to(name, known)
                .map(each -> "; did you mean \"" + each + "\"?")
                .orElse(known.isEmpty() || known.size() > 20 ? "" : "; known are " + String.join(", ", known));
    }

    /** How many letters have to be changed, added or removed (Levenshtein), without regard to case. */
    private static int distance(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int corner = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = corner + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                corner = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
