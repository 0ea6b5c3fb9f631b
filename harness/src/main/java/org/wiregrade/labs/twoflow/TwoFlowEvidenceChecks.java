package org.wiregrade.labs.twoflow;

import java.io.IOException;
import org.junit.jupiter.api.TestReporter;
import org.wiregrade.labs.evidence.EvidenceCapture;
import org.wiregrade.testbed.LabCheck;
import org.wiregrade.testbed.Task;
import org.wiregrade.testbed.Testbed;

/** The two-flow lab's proof of work: a capture of one run, beside the CSV files that were sent in it. */
@Task(value = "Evidence", lab = TwoFlowLab.class)
final class TwoFlowEvidenceChecks {
    private static final String NOTE = "note";

    @LabCheck(
            id = "two-flow.evidence.capture",
            points = 3,
            title = TwoFlowEvidenceLimits.CAPTURE + " is there and can be read",
            hint = "Put the file into the folder evidence/ under exactly this name.")
    void capture(Testbed testbed, TestReporter report) throws IOException {
        report.publishEntry(
                NOTE, EvidenceCapture.note(TwoFlowEvidence.of(testbed).capture()));
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
        TwoFlowTraffic traffic = TwoFlowEvidence.of(testbed).traffic();
        report.publishEntry(NOTE, StreamRules.streams(traffic.trace()));
    }

    @LabCheck(
            id = "two-flow.evidence.ports",
            points = 4,
            title = "Chat is on port 9001 and VoIP on port 9002",
            hint = "Chat belongs on 9001, VoIP on 9002.",
            needs = "two-flow.evidence.streams")
    void ports(Testbed testbed, TestReporter report) throws IOException {
        TwoFlowTraffic traffic = TwoFlowEvidence.of(testbed).traffic();
        StreamRules.ports(traffic);
        for (LabFlow flow : LabFlow.values()) {
            report.publishEntry(NOTE, traffic.flow(flow).figures());
        }
    }

    @LabCheck(
            id = "two-flow.evidence.chat-segments",
            points = 4,
            title = "Each chat row travels in one segment, or in few",
            hint = "Send a chat row in one write.",
            needs = "two-flow.evidence.ports")
    void chatSegments(Testbed testbed, TestReporter report) throws IOException {
        report.publishEntry(
                NOTE, RowRules.chatSegments(TwoFlowEvidence.of(testbed).traffic()));
    }

    @LabCheck(
            id = "two-flow.evidence.chunks",
            points = 6,
            title = "Each VoIP row travels in segments of 10 bytes, then the rest, then a newline",
            hint = "Cut each row into chunks of 10 bytes, and write each by itself.",
            needs = "two-flow.evidence.ports")
    void chunks(Testbed testbed, TestReporter report) throws IOException {
        report.publishEntry(NOTE, ChunkRule.check(TwoFlowEvidence.of(testbed).traffic()));
    }

    @LabCheck(
            id = "two-flow.evidence.pacing",
            points = 4,
            title = "VoIP chunks are sent 50 ms apart",
            hint = "Pause 50 ms behind each chunk and 100 ms behind each row's newline.",
            needs = "two-flow.evidence.chunks")
    void pacing(Testbed testbed, TestReporter report) throws IOException {
        report.publishEntry(NOTE, PacingRule.check(TwoFlowEvidence.of(testbed).traffic()));
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
        report.publishEntry(NOTE, RowRules.rows(evidence.traffic()));
    }

    @LabCheck(
            id = "two-flow.evidence.relay",
            points = 3,
            title = "Both flows come out at the other client as they went in",
            hint = "The relay writes what it reads, at once, to the other client of the same flow.",
            needs = "two-flow.evidence.ports")
    void relay(Testbed testbed, TestReporter report) throws IOException {
        report.publishEntry(NOTE, RelayRule.check(TwoFlowEvidence.of(testbed).traffic()));
    }
}
