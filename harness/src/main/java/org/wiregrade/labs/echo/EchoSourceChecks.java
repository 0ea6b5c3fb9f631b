package org.wiregrade.labs.echo;

import java.io.IOException;
import org.junit.jupiter.api.TestReporter;
import org.wiregrade.labs.source.StudentSource;
import org.wiregrade.testbed.Lab.StudentProgram;
import org.wiregrade.testbed.LabCheck;
import org.wiregrade.testbed.Task;
import org.wiregrade.testbed.Testbed;

/** What can be told of the student's code without running it. */
@Task(value = "The code", lab = EchoLab.class)
final class EchoSourceChecks {
    @LabCheck(
            id = "echo.server.compiles",
            points = 5,
            title = "The echo server is filled in and compiles",
            hint = "Write your code between the two marker lines of the task.")
    void serverCompiles(Testbed testbed, TestReporter reporter) throws IOException {
        compiles(testbed, EchoAssignment.SERVER);
        StudentSource.requireGiven(testbed, reporter);
    }

    @LabCheck(
            id = "echo.client.compiles",
            points = 5,
            title = "The echo client is filled in and compiles",
            hint = "Write your code between the two marker lines of the task.")
    void clientCompiles(Testbed testbed) throws IOException {
        compiles(testbed, EchoAssignment.CLIENT);
    }

    private static void compiles(Testbed testbed, StudentProgram program) throws IOException {
        StudentSource.requireFilled(testbed, program);
        testbed.compiled(program);
    }
}
