package org.wiregrade.labs.echo;

import org.wiregrade.testbed.LabCheck;
import org.wiregrade.testbed.Task;
import org.wiregrade.testbed.Testbed;

/** What the interactive client does with a server of the harness. */
@Task(value = "Echo client", lab = EchoLab.class)
final class EchoClientChecks {
    @LabCheck(
            id = "echo.client.shows",
            points = 20,
            title = "The client sends what is typed, and shows the answer and how long it took",
            hint = "Write the line and a newline to out, read the answer from in, and print it with the time in ms.",
            needs = "echo.client.compiles")
    void sendsAndShows(Testbed testbed) throws Exception {
        EchoLine.typedInto(testbed).judge();
    }
}
