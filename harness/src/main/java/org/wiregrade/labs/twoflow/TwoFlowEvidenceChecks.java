package org.wiregrade.labs.twoflow;

import java.io.IOException;
import org.junit.jupiter.api.TestReporter;
import org.wiregrade.labs.evidence.EvidenceCapture;
import org.wiregrade.labs.evidence.Features;
import org.wiregrade.labs.twoflow.rule.Assignment;
import org.wiregrade.labs.twoflow.rule.ChunkRule;
import org.wiregrade.labs.twoflow.rule.LabFlow;
import org.wiregrade.labs.twoflow.rule.Tolerance;
import org.wiregrade.labs.twoflow.wire.RowPlaces;
import org.wiregrade.labs.twoflow.wire.StreamRules;
import org.wiregrade.labs.twoflow.wire.TwoFlowEvidence;
import org.wiregrade.labs.twoflow.wire.TwoFlowTraffic;
import org.wiregrade.labs.twoflow.wire.Ways;
import org.wiregrade.testbed.LabCheck;
import org.wiregrade.testbed.Task;
import org.wiregrade.testbed.Testbed;
import org.wiregrade.wire.Trace;

/** The two-flow lab's proof of work: a capture of one run, beside the CSV files that were sent in it. */
@Task(value = "Evidence", lab = TwoFlowLab.class)
final class TwoFlowEvidenceChecks {
    @LabCheck(
            id = "two-flow.evidence.capture",
            points = 3,
            title = Assignment.CAPTURE + " is there and can be read",
            hint = "Put the file into the folder evidence/ under exactly this name.")
    void capture(Testbed testbed, TestReporter report) throws IOException {
        note(report, EvidenceCapture.note(TwoFlowEvidence.of(testbed).capture()));
    }

    @LabCheck(
            id = "two-flow.evidence.pcapng",
            points = 1,
            title = "The capture is in the pcapng format",
            hint = "Save it from Wireshark as pcapng.",
            needs = "two-flow.evidence.capture")
    void pcapng(Testbed testbed) throws IOException {
        EvidenceCapture.requirePcapng(TwoFlowEvidence.of(testbed).capture());
    }

    @LabCheck(
            id = "two-flow.evidence.streams",
            points = 5,
            title = "The capture has four TCP streams, two to each port, with their handshakes",
            hint = "Start the capture, then the relay, then both clients.",
            needs = "two-flow.evidence.capture")
    void streams(Testbed testbed, TestReporter report) throws IOException {
        Trace trace = traffic(testbed).trace();
        for (LabFlow flow : LabFlow.values()) {
            Features.ofStreams(trace.streamsTo(flow.port()), Assignment.CAPTURE, report);
        }
        note(report, StreamRules.streams(trace));
    }

    @LabCheck(
            id = "two-flow.evidence.ports",
            points = 4,
            title = "Chat is on port " + Assignment.CHAT_PORT + " and VoIP on port " + Assignment.VOIP_PORT,
            hint = "Chat belongs on " + Assignment.CHAT_PORT + ", VoIP on " + Assignment.VOIP_PORT + ".",
            needs = "two-flow.evidence.streams")
    void ports(Testbed testbed, TestReporter report) throws IOException {
        StreamRules.ports(traffic(testbed));
        for (LabFlow flow : LabFlow.values()) {
            note(report, traffic(testbed).figures(flow));
        }
    }

    @LabCheck(
            id = "two-flow.evidence.chat-segments",
            points = 4,
            title = "Each chat row travels in one segment, or in few",
            hint = "Send a chat row in one write.",
            needs = "two-flow.evidence.ports")
    void chatSegments(Testbed testbed, TestReporter report) throws IOException {
        note(report, traffic(testbed).chunks(LabFlow.CHAT, Tolerance.CAPTURED).requireFew());
    }

    @LabCheck(
            id = "two-flow.evidence.chunks",
            points = 6,
            title = "Each VoIP row travels in segments of " + Assignment.CHUNK
                    + " bytes, then the rest, then a newline",
            hint = "Cut each row into chunks of " + Assignment.CHUNK + " bytes, and write each by itself.",
            needs = "two-flow.evidence.ports")
    void chunks(Testbed testbed, TestReporter report) throws IOException {
        ChunkRule rule = traffic(testbed).chunks(LabFlow.VOIP, Tolerance.CAPTURED);
        String sizes = rule.requireChunks();
        rule.requireNewlines();
        note(report, sizes);
    }

    @LabCheck(
            id = "two-flow.evidence.pacing",
            points = 4,
            title = "VoIP chunks are sent " + Assignment.CHUNK_PAUSE_MS + " ms apart",
            hint = "Pause " + Assignment.CHUNK_PAUSE_MS + " ms behind each chunk and " + Assignment.ROW_PAUSE_MS
                    + " ms behind each row's newline.",
            needs = "two-flow.evidence.chunks")
    void pacing(Testbed testbed, TestReporter report) throws IOException {
        note(report, traffic(testbed).pacing().requirePauses(Assignment.CHUNK_PAUSE_MS));
    }

    @LabCheck(
            id = "two-flow.evidence.rows",
            points = 5,
            title = "What was sent is the rows of the two CSV files: all, unchanged, nothing else",
            hint = "Hand in the CSV files that the clients sent from when you captured.",
            needs = "two-flow.evidence.ports")
    void rows(Testbed testbed, TestReporter report) throws IOException {
        TwoFlowEvidence evidence = TwoFlowEvidence.of(testbed);
        for (LabFlow flow : LabFlow.values()) {
            evidence.rows(flow);
        }
        note(report, RowPlaces.check(evidence.traffic()));
    }

    @LabCheck(
            id = "two-flow.evidence.relay",
            points = 3,
            title = "Both flows come out at the other client as they went in",
            hint = "The relay writes what it reads, at once, to the other client of the same flow.",
            needs = "two-flow.evidence.ports")
    void relay(Testbed testbed, TestReporter report) throws IOException {
        note(report, Ways.check(traffic(testbed)));
    }

    private static TwoFlowTraffic traffic(Testbed testbed) throws IOException {
        return TwoFlowEvidence.of(testbed).traffic();
    }

    private static void note(TestReporter report, String words) {
        report.publishEntry("note", words);
    }
}
