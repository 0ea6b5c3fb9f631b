package org.wiregrade.labs.twoflow;

import java.util.List;
import java.util.function.Supplier;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.io.IOUtils;
import org.wiregrade.labs.twoflow.rule.Assignment;
import org.wiregrade.testbed.Lab;
import org.wiregrade.testbed.LabTask;

/** The two-flow lab as data: its programs, and its checks in their order. */
public final class TwoFlowLab implements Supplier<Lab> {
    public static final String NAME = "two-flow";

    public static final Lab LAB = new Lab(
            NAME,
            "Two flows: chat and VoIP",
            Assignment.PROGRAMS,
            // commons-csv and what it needs itself.
            List.of(CSVFormat.class, IOUtils.class, Hex.class),
            List.of(
                    LabTask.of(
                            TwoFlowSourceChecks.class,
                            "two-flow.relay.compiles",
                            "two-flow.chat.compiles",
                            "two-flow.voip.compiles",
                            "two-flow.given",
                            "two-flow.rules"),
                    LabTask.of(
                            RelayChecks.class,
                            "two-flow.relay.starts",
                            "two-flow.relay.forwards",
                            "two-flow.relay.separate",
                            "two-flow.relay.prompt",
                            "two-flow.relay.unchanged",
                            "two-flow.relay.log",
                            "two-flow.relay.half-close",
                            "two-flow.relay.ends",
                            "two-flow.relay.reset"),
                    LabTask.of(
                            ChatSenderChecks.class,
                            "two-flow.chat.rows",
                            "two-flow.chat.order",
                            "two-flow.chat.port",
                            "two-flow.chat.form",
                            "two-flow.chat.segment",
                            "two-flow.chat.text",
                            "two-flow.chat.log",
                            "two-flow.chat.ends"),
                    LabTask.of(
                            VoipSenderChecks.class,
                            "two-flow.voip.rows",
                            "two-flow.voip.bytes",
                            "two-flow.voip.port",
                            "two-flow.voip.chunks",
                            "two-flow.voip.newline",
                            "two-flow.voip.pace",
                            "two-flow.voip.text",
                            "two-flow.voip.ends"),
                    LabTask.of(TwoFlowDemoChecks.class, "two-flow.demo"),
                    LabTask.of(TwoFlowCalmChecks.class, "two-flow.calm"),
                    LabTask.of(TwoFlowWireChecks.class, "two-flow.wire"),
                    LabTask.evidence(
                            TwoFlowEvidenceChecks.class,
                            "two-flow.evidence.capture",
                            "two-flow.evidence.pcapng",
                            "two-flow.evidence.streams",
                            "two-flow.evidence.ports",
                            "two-flow.evidence.chat-segments",
                            "two-flow.evidence.chunks",
                            "two-flow.evidence.pacing",
                            "two-flow.evidence.rows",
                            "two-flow.evidence.relay")));

    @Override
    public Lab get() {
        return LAB;
    }
}
