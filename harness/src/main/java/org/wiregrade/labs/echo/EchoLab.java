package org.wiregrade.labs.echo;

import java.util.List;
import java.util.function.Supplier;
import org.wiregrade.testbed.Lab;
import org.wiregrade.testbed.LabTask;

/** The echo lab as data: its programs, and the list of its checks. */
public final class EchoLab implements Supplier<Lab> {
    public static final Lab LAB = new Lab(
            "echo",
            "TCP echo, a warm-up",
            List.of(EchoAssignment.SERVER, EchoAssignment.CLIENT),
            List.of(),
            List.of(
                    LabTask.of(EchoSourceChecks.class, "echo.server.compiles", "echo.client.compiles"),
                    LabTask.telling(EchoServerChecks.class, "echo.answers", "echo.each", "echo.log"),
                    LabTask.of(EchoClientChecks.class, "echo.client.shows")));

    @Override
    public Lab get() {
        return LAB;
    }
}
