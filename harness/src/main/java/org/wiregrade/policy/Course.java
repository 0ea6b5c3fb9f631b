package org.wiregrade.policy;

import java.util.List;
import org.wiregrade.results.Result;

/**
 * The grades of a class by its policy, lab by lab in the order in which they are due.
 *
 * @param calculations by lab and person
 * @param notes what did not fit together, as sentences
 */
public record Course(List<Calculation> calculations, List<String> notes) {
    public Course {
        calculations = List.copyOf(calculations);
        notes = List.copyOf(notes);
    }

    /**
     * A result.
     *
     * @param doubts why a person has to look at it, whatever its checks say
     */
    public record Graded(Result result, List<String> doubts) {
        public Graded {
            doubts = List.copyOf(doubts);
        }

        String name() {
            return result.submission();
        }
    }

    /** The grades of all results, and of those on the roster who handed nothing in. */
    public static Course of(ClassPolicy policy, List<Graded> results) throws RefusedPolicy {
        return new CourseCalculation(policy).calculate(results);
    }
}
