package org.wiregrade.batch;

import java.util.List;
import org.wiregrade.grade.Grade;

/**
 * What came of a batch.
 *
 * @param grades of all that are graded, by name
 * @param remarks sentences for the instructor on what the machine could not do, and what was done about it
 */
public record BatchOutcome(List<Grade> grades, List<String> remarks) {
    public BatchOutcome {
        grades = List.copyOf(grades);
        remarks = List.copyOf(remarks);
    }
}
