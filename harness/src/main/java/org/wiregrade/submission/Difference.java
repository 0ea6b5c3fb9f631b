package org.wiregrade.submission;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A piece of given code of which javac makes something else than it makes of the template.
 *
 * @param what the piece, such as {@code the method run}
 * @param meant the class that a name in it means; empty where that is not what differs
 * @param means the class of the same simple name that it has come to mean
 */
record Difference(String what, String meant, String means) {
    private static final String TAKEN = "Give your class another name, or remove the import of it.";

    static Difference of(String what, List<Step> before, List<Step> after) {
        Set<String> gone = types(before);
        Set<String> come = types(after);
        gone.removeAll(types(after));
        come.removeAll(types(before));
        for (String type : gone) {
            Optional<String> other =
                    come.stream().filter(each -> simple(each).equals(simple(type))).findFirst();
            if (other.isPresent()) {
                return new Difference(what, named(type), named(other.get()));
            }
        }
        return new Difference(what, "", "");
    }

    /** A class that is not there at all. */
    static Difference gone(String internalName) {
        return new Difference("the class " + simple(internalName), "", "");
    }

    /** A class of the student's where the lab has one of that name. */
    static Problem replaced(String path, String internalName) {
        return new Problem(
                path,
                0,
                "a class in the student regions is called " + named(internalName)
                        + ", as one of the given classes is, and would take its place",
                "Give your class another name.");
    }

    Problem in(String path) {
        if (!meant.isEmpty()) {
            return new Problem(
                    path,
                    0,
                    "in the given code, " + what + " has come to mean " + means + " where it says " + simple(meant)
                            + " and means " + meant,
                    TAKEN);
        }
        return new Problem(
                path,
                0,
                "in the given code, " + what + " is not compiled as it stands in the template, because of something in a "
                        + "student region",
                "Look in your regions for a character or an escape (such as \\u001a) that hides what follows, for a class "
                        + "that ends too early, and for names that the given code uses for something else.");
    }

    private static Set<String> types(List<Step> steps) {
        Set<String> types = new LinkedHashSet<>();
        steps.forEach(step -> types.addAll(step.types()));
        return types;
    }

    private static String named(String internalName) {
        return internalName.replace('/', '.').replace('$', '.');
    }

    private static String simple(String name) {
        return name.substring(Math.max(name.lastIndexOf('/'), Math.max(name.lastIndexOf('$'), name.lastIndexOf('.'))) + 1);
    }
}
