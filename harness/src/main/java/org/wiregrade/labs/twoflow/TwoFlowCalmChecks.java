package org.wiregrade.labs.twoflow;

import org.wiregrade.labs.twoflow.live.TwoFlowLive;
import org.wiregrade.testbed.LabCheck;
import org.wiregrade.testbed.Task;
import org.wiregrade.testbed.Testbed;

/** What is left of the relay when its clients are silent; the student's clients were judged meanwhile. */
@Task(value = "What the programs print", lab = TwoFlowLab.class)
final class TwoFlowCalmChecks {
    @LabCheck(
            id = "two-flow.calm",
            points = 1,
            title = "No program prints without end",
            hint = "Print when something happens; a loop that waits for nothing prints thousands of lines a second.",
            needs = "two-flow.relay.starts")
    void nothingIsPrintedWithoutEnd(Testbed testbed) throws Exception {
        TwoFlowLive.of(testbed).board().stir();
        testbed.requireCalm();
    }
}
