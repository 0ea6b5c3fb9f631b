package org.wiregrade.labs.twoflow;

import org.wiregrade.labs.source.StudentSource;
import org.wiregrade.labs.twoflow.live.PrintedPieces;
import org.wiregrade.labs.twoflow.live.TwoFlowLive;
import org.wiregrade.labs.twoflow.rule.LabFlow;
import org.wiregrade.labs.twoflow.rule.MessageRow;
import org.wiregrade.labs.twoflow.rule.Tolerance;
import org.wiregrade.labs.twoflow.rule.TwoFlowWords;
import org.wiregrade.labs.twoflow.wire.MessageRows;
import org.wiregrade.testbed.CheckFailure;
import org.wiregrade.testbed.LabCheck;
import org.wiregrade.testbed.Program;
import org.wiregrade.testbed.Task;
import org.wiregrade.testbed.Testbed;

/** The student's three programs together, with the lab's own sample rows. */
@Task(value = "Relay and clients together", lab = TwoFlowLab.class)
final class TwoFlowDemoChecks {
    @LabCheck(
            id = "two-flow.demo",
            points = 2,
            title = "The demo makes its CSV files, carries every row to the other client, and ends",
            hint = "Run twoflow.TwoFlowDemo yourself and compare what is sent with what is received.",
            needs = {
                "two-flow.relay.unchanged",
                "two-flow.relay.half-close",
                "two-flow.relay.ends",
                "two-flow.chat.port",
                "two-flow.chat.form",
                "two-flow.voip.port",
                "two-flow.voip.bytes",
                "two-flow.voip.ends"
            })
    void carriesTheSampleRowsAndEnds(Testbed testbed) throws Exception {
        StudentSource.onlyTemplate(testbed);
        Program demo = TwoFlowLive.of(testbed).demo();
        if (demo == null) {
            throw TwoFlowWords.failure(TwoFlowWords.say("demo.together.expected"), "demo.together.not");
        }
        if (!demo.awaitEnd(Tolerance.PATIENCE)) {
            throw new CheckFailure(
                    TwoFlowWords.say("demo.ends.expected"), TwoFlowWords.say("demo.ends.not.got"), "", demo.tail());
        }
        requireReceived(demo, "[Client2 Chat] Received: ", LabFlow.CHAT, "demo.chat.expected");
        requireReceived(demo, "[Client1 VoIP] Received: ", LabFlow.VOIP, "demo.voip.expected");
    }

    private static void requireReceived(Program demo, String prefix, LabFlow flow, String expected) {
        var pieces = new PrintedPieces(demo.linesFrom(0), prefix);
        for (MessageRow row : MessageRows.samples(flow)) {
            if (!pieces.have(row.payload())) {
                throw new CheckFailure(
                        TwoFlowWords.say(expected),
                        TwoFlowWords.say("demo.missing.got", row.payload()),
                        "",
                        demo.tail());
            }
        }
    }
}
