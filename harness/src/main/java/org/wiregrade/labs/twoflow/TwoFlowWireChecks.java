package org.wiregrade.labs.twoflow;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.TestReporter;
import org.opentest4j.TestAbortedException;
import org.wiregrade.capture.Capture;
import org.wiregrade.capture.Captures;
import org.wiregrade.labs.twoflow.live.Announced;
import org.wiregrade.labs.twoflow.live.TwoFlowLive;
import org.wiregrade.labs.twoflow.rule.ChunkRule;
import org.wiregrade.labs.twoflow.rule.LabFlow;
import org.wiregrade.labs.twoflow.rule.MessageRow;
import org.wiregrade.labs.twoflow.rule.Tolerance;
import org.wiregrade.labs.twoflow.rule.TwoFlowWords;
import org.wiregrade.labs.twoflow.wire.MessageRows;
import org.wiregrade.labs.twoflow.wire.RowPlaces;
import org.wiregrade.labs.twoflow.wire.StreamRules;
import org.wiregrade.labs.twoflow.wire.TwoFlowTraffic;
import org.wiregrade.labs.twoflow.wire.Ways;
import org.wiregrade.testbed.CheckFailure;
import org.wiregrade.testbed.LabCheck;
import org.wiregrade.testbed.Program;
import org.wiregrade.testbed.Task;
import org.wiregrade.testbed.Testbed;

/** The rules for captures, on the recording of the demo's run; it is worth no points, since the live checks are. */
@Task(value = "The run's own wire", lab = TwoFlowLab.class)
final class TwoFlowWireChecks {
    @LabCheck(
            id = "two-flow.wire",
            points = 0,
            title = "The packets of this very run show the same: chunks of ten, every row, both legs alike",
            hint = "The recording lies beside the result; open it in Wireshark and follow the streams.",
            needs = "two-flow.demo")
    void packetsAgree(Testbed testbed, TestReporter report) throws Exception {
        Path recording = testbed.capture()
                .orElseThrow(() -> new TestAbortedException("This kind of sandbox does not record the run's wire."));
        TwoFlowTraffic traffic = traffic(TwoFlowLive.of(testbed).demo(), Captures.read(recording));
        ChunkRule rule = traffic.chunks(LabFlow.VOIP, Tolerance.RECORDED);
        String chunks = rule.requireChunks();
        rule.requireNewlines();
        RowPlaces.check(traffic);
        Ways.check(traffic);
        report.publishEntry(chunks);
    }

    private static TwoFlowTraffic traffic(Program demo, Capture capture) {
        Map<LabFlow, List<MessageRow>> rows =
                Arrays.stream(LabFlow.values()).collect(Collectors.toMap(flow -> flow, MessageRows::samples));
        TwoFlowTraffic traffic =
                TwoFlowTraffic.of(capture.trace(), rows, capture.dropped(), flow -> Announced.port(demo, flow));
        for (LabFlow flow : LabFlow.values()) {
            if (!traffic.has(flow)) {
                throw missing(demo, capture, flow);
            }
        }
        return traffic;
    }

    /** What the demo prints is not trusted: only a recording that lacks packets may lack its connections. */
    private static RuntimeException missing(Program demo, Capture capture, LabFlow flow) {
        if (capture.dropped() > 0) {
            return new IllegalStateException("the recording lacks the demo's connections for " + flow.words());
        }
        int port = Announced.port(demo, flow);
        throw new CheckFailure(
                TwoFlowWords.say("demo.connected.expected", port, flow.words()),
                TwoFlowWords.say("demo.connected.not.got", StreamRules.count(capture.trace(), port)),
                TwoFlowWords.hint("demo.connected.not"),
                demo.tail());
    }
}
