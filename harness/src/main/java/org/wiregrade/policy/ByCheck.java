package org.wiregrade.policy;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.wiregrade.results.CheckResult;

/** Values by check, of which the most exact name decides: the check itself, then the longest prefix, then its task. */
final class ByCheck {
    private ByCheck() {}

    /** Whether {@code name} means this check: its id, a prefix of it with or without the lab's name, or its task. */
    static boolean fits(String name, String lab, String id, String task) {
        String prefix = prefix(name);
        return isBelow(id, prefix) || isBelow(id, lab + "." + prefix) || task.equalsIgnoreCase(name);
    }

    private static boolean isBelow(String id, String prefix) {
        return id.equals(prefix) || id.startsWith(prefix + ".");
    }

    private static String prefix(String name) {
        return name.endsWith(".*") ? name.substring(0, name.length() - 2) : name;
    }

    static <T> Optional<T> value(Map<String, T> values, String lab, CheckResult check) {
        return values.entrySet().stream()
                .filter(entry -> fits(entry.getKey(), lab, check.id(), check.task()))
                .max(Comparator.comparing((Map.Entry<String, T> entry) -> rank(entry.getKey(), lab, check))
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getValue);
    }

    private static int rank(String name, String lab, CheckResult check) {
        String prefix = prefix(name);
        return isBelow(check.id(), prefix)
                ? prefix.length()
                : isBelow(check.id(), lab + "." + prefix) ? prefix.length() + lab.length() + 1 : 0;
    }
}
