package org.wiregrade.build;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.wiregrade.submission.SourceProblem;

/** A piece of given code of which javac makes something else than it makes of the template, in words for the student. */
record Difference(String message, String hint) {
    private static final String LOOK =
            "Look in your regions for a character or an escape, such as \\u001a, that hides what "
                    + "follows it, and for a class that ends too early or is written twice.";

    /** A piece that is on other lines than the given ones, or nowhere. */
    static Difference hidden(String what) {
        return new Difference(
                "something in a student region hides " + what
                        + " of the given code from javac, so that it would not run",
                LOOK);
    }

    /** A piece that comes out otherwise: because of a class of the same simple name, where one is found, or for other reasons. */
    static Difference of(String what, List<Step> before, List<Step> after) {
        Set<String> known = types(before);
        Set<String> come = types(after);
        come.removeAll(known);
        for (String means : come) {
            for (String meant : known) {
                if (simple(meant).equals(simple(means))) {
                    return otherName(what, meant, means);
                }
            }
        }
        return new Difference(
                "something in a student region changes what javac makes of " + what + " of the given code",
                LOOK + " See too whether something of yours has a name that the given code uses.");
    }

    private static Difference otherName(String what, String meant, String means) {
        String name = simple(meant);
        return new Difference(
                name + " in " + what + " of the given code is " + named(meant) + ", but with your regions javac takes "
                        + named(means) + " for it",
                "Give your class another name than " + name + ", or import none of that name.");
    }

    /** A class of the student's where the lab has one of that name. */
    static Difference replaced(String internalName) {
        return new Difference(
                "a class in a student region is called " + named(internalName)
                        + ", like one of the given classes, and would run in its place",
                "Give your class another name.");
    }

    SourceProblem in(String path) {
        return new SourceProblem(path, 0, message, hint);
    }

    private static Set<String> types(List<Step> steps) {
        Set<String> types = new LinkedHashSet<>();
        steps.forEach(step -> types.addAll(step.types()));
        return types;
    }

    private static String named(String internalName) {
        return internalName.replace('/', '.').replace('$', '.');
    }

    private static String simple(String internalName) {
        return internalName.substring(Math.max(internalName.lastIndexOf('/'), internalName.lastIndexOf('$')) + 1);
    }
}
