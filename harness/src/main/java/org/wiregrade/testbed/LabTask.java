package org.wiregrade.testbed;

import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A class of checks in a lab's list, with its checks in the order in which they run.
 *
 * @param type annotated with {@link Task}
 * @param evidence whether its checks need only what was handed in as evidence, and run nothing
 * @param telling whether they say most about a machine for their time, and so are what is rehearsed before a class
 * @param checks the ids of all its checks
 */
public record LabTask(Class<?> type, boolean evidence, boolean telling, List<String> checks) {
    public LabTask {
        checks = List.copyOf(checks);
    }

    /** Checks that need the submission's programs. */
    public static LabTask of(Class<?> type, String... checks) {
        return new LabTask(type, false, false, List.of(checks));
    }

    /** Checks that need the submission's programs, and show best what a machine lacks. */
    public static LabTask telling(Class<?> type, String... checks) {
        return new LabTask(type, false, true, List.of(checks));
    }

    /** Checks that need only what was handed in as evidence. */
    public static LabTask evidence(Class<?> type, String... checks) {
        return new LabTask(type, true, false, List.of(checks));
    }

    /**
     * The methods of the checks, in their order.
     *
     * @throws IllegalStateException where the list and the class do not have the same checks, each once; says which
     */
    public List<Method> methods() {
        Map<String, Method> declared = declared();
        Set<String> listed = new HashSet<>();
        for (String check : checks) {
            require(listed.add(check), "“" + check + "” stands twice in the list of its lab");
            require(
                    declared.containsKey(check),
                    "the lab's list has “" + check + "”, which no check of " + type.getSimpleName() + " is called");
        }
        for (String check : declared.keySet()) {
            require(
                    listed.contains(check),
                    "“" + check + "” of " + type.getSimpleName() + " is missing in the list of its lab, which gives the"
                            + " order: add it where it is to run");
        }
        return checks.stream().map(declared::get).toList();
    }

    private Map<String, Method> declared() {
        Map<String, Method> declared = new LinkedHashMap<>();
        for (Method method : type.getDeclaredMethods()) {
            LabCheck check = method.getAnnotation(LabCheck.class);
            if (check != null) {
                Method other = declared.put(check.id(), method);
                require(other == null, "two checks of " + type.getSimpleName() + " are called “" + check.id() + "”");
            }
        }
        return declared;
    }

    private static void require(boolean so, String otherwise) {
        if (!so) {
            throw new IllegalStateException(otherwise);
        }
    }
}
