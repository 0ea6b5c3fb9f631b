package org.wiregrade.policy;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * The checks that there are.
 *
 * @param labs the lab's checks with the task of each, by lab; empty where nothing is known, so that no name is refused
 */
public record Catalogue(Map<String, Map<String, String>> labs) {
    /** Nothing is known, and every name is taken. */
    public static final Catalogue UNKNOWN = new Catalogue(Map.of());

    public Catalogue {
        labs = Map.copyOf(labs);
    }

    boolean hasLab(String lab) {
        return labs.isEmpty() || labs.containsKey(lab);
    }

    /** Whether a name is a check's, a task's or the beginning of a check's. */
    boolean names(String lab, String name) {
        Map<String, String> checks = labs.get(lab);
        return checks == null
                || checks.entrySet().stream()
                        .anyMatch(check -> ByCheck.fits(name, lab, check.getKey(), check.getValue()));
    }

    Collection<String> namesOf(String lab) {
        Set<String> names = new LinkedHashSet<>();
        labs.getOrDefault(lab, Map.of()).forEach((id, task) -> {
            names.add(id);
            names.add(task);
            for (int dot = id.indexOf('.'); dot > 0; dot = id.indexOf('.', dot + 1)) {
                names.add(id.substring(0, dot));
            }
        });
        return names;
    }
}
