package org.wiregrade.regions;

import java.util.ArrayList;
import java.util.List;
import org.wiregrade.submission.SourceProblem;
import org.wiregrade.submission.Unusable;

/** Finds out which of the template's regions each of a student's regions is. */
final class RegionMatch {
    private RegionMatch() {}

    /**
     * The template's index of each region of the student, by label and, where labels were damaged, by order.
     *
     * @param notes gets a sentence where labels had to be guessed
     */
    static List<Integer> of(Regions template, Regions student, List<String> notes) throws Unusable {
        List<String> wanted = labels(template);
        List<String> found = labels(student);
        requireDistinct(wanted, student);
        List<String> missing = without(wanted, found);
        List<String> unknown = without(found, wanted);
        requireAsMany(missing, unknown, student);
        List<Integer> order = new ArrayList<>();
        int guessed = 0;
        for (String label : found) {
            order.add(wanted.indexOf(wanted.contains(label) ? label : missing.get(guessed++)));
        }
        if (guessed > 0) {
            notes.add("The words in brackets behind a start marker were changed; the regions were told apart by their "
                    + "order. This costs nothing.");
        }
        return order;
    }

    private static void requireDistinct(List<String> wanted, Regions student) throws Unusable {
        List<String> found = labels(student);
        for (String label : wanted) {
            int first = found.indexOf(label);
            if (first != found.lastIndexOf(label)) {
                Region second = student.regions().get(found.lastIndexOf(label));
                throw new Unusable(new SourceProblem(
                        student.path(),
                        second.line(),
                        "two student regions are called (" + label + ")",
                        "Put all your code for it between the first pair of markers and remove the second pair."));
            }
        }
    }

    private static void requireAsMany(List<String> missing, List<String> unknown, Regions student) throws Unusable {
        if (missing.size() > unknown.size()) {
            throw new Unusable(new SourceProblem(
                    student.path(),
                    0,
                    "the student region (" + missing.get(0) + ") is missing",
                    "Put the lines \"" + Markers.start(missing.get(0)) + "\" and \"" + Markers.END
                            + "\" back where the template has them, with your code between them."));
        }
        if (missing.size() < unknown.size()) {
            Region extra = student.regions().get(labels(student).indexOf(unknown.get(unknown.size() - 1)));
            throw new Unusable(new SourceProblem(
                    student.path(),
                    extra.line(),
                    "the student region " + extra.name() + " is not in the template",
                    "Move its code into one of the template's regions and remove these markers."));
        }
    }

    private static List<String> labels(Regions regions) {
        return regions.regions().stream().map(Region::label).toList();
    }

    private static List<String> without(List<String> labels, List<String> known) {
        return labels.stream().filter(label -> !known.contains(label)).toList();
    }
}
