package org.wiregrade.labs.source;

import java.io.IOException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.TestReporter;
import org.wiregrade.build.Build;
import org.wiregrade.regions.TransplantedSource;
import org.wiregrade.submission.SourceProblem;
import org.wiregrade.testbed.CheckFailure;
import org.wiregrade.testbed.Lab.StudentProgram;
import org.wiregrade.testbed.Testbed;

/** What every lab asks of the sources that a student hands in. */
public final class StudentSource {
    private StudentSource() {}

    /** Aborts, which counts for nothing, where the server is no program of the template. */
    public static void onlyTemplate(Testbed testbed) {
        if (testbed.hasOwnLaunch()) {
            Assumptions.abort("It does not apply: the server is started by a command line of its own.");
        }
    }

    /** The template's regions are there, and code in each task's. */
    public static void requireFilled(Testbed testbed, StudentProgram program) {
        onlyTemplate(testbed);
        TransplantedSource source = testbed.assembly().transplant().source(program.source());
        if (source.problem().isPresent()) {
            SourceProblem problem = source.problem().get();
            throw new CheckFailure(
                    source.path() + " has the template's regions, with your code in them",
                    problem.toString(),
                    problem.hint());
        }
        if (!source.emptyTasks().isEmpty()) {
            throw new CheckFailure(
                    "code in the student region (" + source.emptyTasks().get(0) + ") of " + source.path(),
                    "nothing but comments",
                    "Write your code between the two marker lines of the task.");
        }
    }

    /** No given code is changed; what costs nothing, such as another order, is noted. */
    public static void requireGiven(Testbed testbed, TestReporter reporter) throws IOException {
        onlyTemplate(testbed);
        for (TransplantedSource source : testbed.assembly().transplant().sources()) {
            source.notes().forEach(note -> reporter.publishEntry(source.path() + ": " + note));
        }
        for (TransplantedSource source : testbed.assembly().transplant().sources()) {
            if (source.changedOutside()) {
                throw new CheckFailure(
                        "nothing outside the student regions is changed",
                        "code outside them was changed in " + source.path() + "; the change was not run",
                        "",
                        source.diff());
            }
        }
        for (TransplantedSource source : testbed.assembly().transplant().sources()) {
            if (testbed.assembly().build(source.path()) instanceof Build.Altered altered) {
                throw new CheckFailure(
                        "nothing in a student region changes what the given code does",
                        altered.problem() + "; it was not run",
                        altered.problem().hint());
            }
        }
    }
}
