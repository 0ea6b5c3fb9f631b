package org.wiregrade.labs.twoflow;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.TestReporter;
import org.opentest4j.TestAbortedException;
import org.wiregrade.capture.Capture;
import org.wiregrade.capture.Captures;
import org.wiregrade.testbed.CheckFailure;
import org.wiregrade.testbed.LabCheck;
import org.wiregrade.testbed.Program;
import org.wiregrade.testbed.Task;
import org.wiregrade.testbed.Testbed;

/** The rules for captures, on the recording of the demo's run; it is worth no points, since the live checks are. */
@Task(value = "The run's own wire", lab = TwoFlowLab.class)
final class TwoFlowWireChecks {
    private static final Map<LabFlow, Pattern> ANNOUNCED = Map.of(
            LabFlow.CHAT, Pattern.compile("\\[Server\\] Listening for Chat on .*:(?<port>-?\\d+)$"),
            LabFlow.VOIP, Pattern.compile("\\[Server\\] Listening for VoIP on .*:(?<port>-?\\d+)$"));

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
        String chunks = ChunkRule.check(traffic);
        RowRules.rows(traffic);
        RelayRule.check(traffic);
        report.publishEntry(chunks);
    }

    private static TwoFlowTraffic traffic(Program demo, Capture capture) {
        Map<LabFlow, List<MessageRow>> rows = new EnumMap<>(LabFlow.class);
        Map<LabFlow, FlowLegs> legs = new EnumMap<>(LabFlow.class);
        for (LabFlow flow : LabFlow.values()) {
            rows.put(flow, MessageRows.samples(flow));
            legs.put(flow, legs(demo, capture, flow));
        }
        return new TwoFlowTraffic(capture.trace(), rows, legs, capture.dropped() > 0);
    }

    /** What the demo prints is not trusted: only a recording that lacks packets may lack its connections. */
    private static FlowLegs legs(Program demo, Capture capture, LabFlow flow) {
        int port = demo.announcedPort(
                ANNOUNCED.get(flow), "the demo prints on which port the relay listens for " + flow.words());
        Optional<FlowLegs> legs = FlowLegs.on(capture.trace(), flow, port);
        if (legs.isEmpty() && capture.dropped() > 0) {
            throw new IllegalStateException("the recording lacks the demo's connections for " + flow.words());
        }
        return legs.orElseThrow(() -> new CheckFailure(
                "two clients are connected to port " + port + ", which the demo announces for " + flow.words()
                        + ", and one of them sends",
                "in the recording there are "
                        + FlowLegs.streams(capture.trace(), port).size() + " connections to it",
                "Print the port on which the relay listens, and let each client connect to it once.",
                demo.tail()));
    }
}
