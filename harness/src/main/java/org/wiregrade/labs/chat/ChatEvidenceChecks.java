package org.wiregrade.labs.chat;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.TestReporter;
import org.wiregrade.labs.chat.log.ExplanationDoubts;
import org.wiregrade.labs.chat.log.LogComparison;
import org.wiregrade.labs.chat.log.LogDoubts;
import org.wiregrade.labs.chat.log.ServerLog;
import org.wiregrade.labs.chat.log.ServerOutputRules;
import org.wiregrade.labs.chat.rule.ChatAssignment;
import org.wiregrade.labs.chat.rule.DeliveryRule;
import org.wiregrade.labs.chat.rule.EchoRule;
import org.wiregrade.labs.chat.rule.Exchange;
import org.wiregrade.labs.chat.rule.PrefixRule;
import org.wiregrade.labs.chat.wire.CaptureDoubts;
import org.wiregrade.labs.chat.wire.StreamRules;
import org.wiregrade.labs.evidence.EvidenceCapture;
import org.wiregrade.labs.evidence.Features;
import org.wiregrade.testbed.CheckFailure;
import org.wiregrade.testbed.LabCheck;
import org.wiregrade.testbed.Task;
import org.wiregrade.testbed.Testbed;
import org.wiregrade.wire.Trace;

/** The chat lab's proof of work: the server's output with an explanation, and a capture of the same run. */
@Task(value = "Evidence", lab = ChatLab.class)
final class ChatEvidenceChecks {
    private static final String NOTE = "note";

    @LabCheck(
            id = "chat.evidence.output",
            points = 2,
            title = ChatAssignment.OUTPUT + " is there and is text",
            hint = "Put the file into the folder evidence/ under exactly this name.")
    void output(Testbed testbed) throws IOException {
        ChatEvidence.of(testbed).output();
    }

    @LabCheck(
            id = "chat.evidence.command",
            points = 2,
            title = "The output file has the command that started the server",
            hint = "Copy the line that you typed to start the server.",
            needs = "chat.evidence.output")
    void command(Testbed testbed, TestReporter report) throws IOException {
        report.publishEntry(
                NOTE, ServerOutputRules.command(ChatEvidence.of(testbed).output()));
    }

    @LabCheck(
            id = "chat.evidence.log",
            points = 4,
            title = "The output file has the server's log of enough messages from several clients",
            hint = "Copy the server's terminal after several clients have written.",
            needs = "chat.evidence.output")
    void log(Testbed testbed, TestReporter report) throws IOException {
        ServerLog log = ServerLog.of(ChatEvidence.of(testbed).output());
        report.publishEntry(NOTE, ServerOutputRules.log(log));
    }

    @LabCheck(
            id = "chat.evidence.explanation",
            points = 3,
            title = "The output file explains the log in " + ChatAssignment.FEWEST_SENTENCES + " to "
                    + ChatAssignment.MOST_SENTENCES + " sentences",
            hint = "Explain how the log shows several clients, and how it relates to the packets.",
            needs = "chat.evidence.output")
    void explanation(Testbed testbed, TestReporter report) throws IOException {
        String output = ChatEvidence.of(testbed).output();
        Features.ofSentences(ExplanationDoubts.sentences(output), ChatAssignment.OUTPUT, report);
        ExplanationDoubts.of(output).ifPresent(doubt -> doubt.publish(report));
        report.publishEntry(NOTE, ServerOutputRules.explanation(output));
    }

    @LabCheck(
            id = "chat.evidence.capture",
            points = 2,
            title = ChatAssignment.CAPTURE + " is there and can be read",
            hint = "Put the file into the folder evidence/ under exactly this name.")
    void capture(Testbed testbed, TestReporter report) throws IOException {
        report.publishEntry(NOTE, EvidenceCapture.note(ChatEvidence.of(testbed).capture()));
    }

    @LabCheck(
            id = "chat.evidence.pcapng",
            points = 1,
            title = "The capture is in the pcapng format",
            hint = "Save it from Wireshark as pcapng.",
            needs = "chat.evidence.capture")
    void pcapng(Testbed testbed) throws IOException {
        EvidenceCapture.requirePcapng(ChatEvidence.of(testbed).capture());
    }

    @LabCheck(
            id = "chat.evidence.streams",
            points = 3,
            title = "The capture has at least " + ChatAssignment.STREAMS + " TCP streams to port " + ChatAssignment.PORT
                    + ", with their handshakes",
            hint = "Start the capture, then the server, then at least three clients.",
            needs = "chat.evidence.capture")
    void streams(Testbed testbed, TestReporter report) throws IOException {
        Trace trace = ChatEvidence.of(testbed).capture().trace();
        Features.ofStreams(trace.streamsTo(ChatAssignment.PORT), ChatAssignment.CAPTURE, report);
        report.publishEntry(NOTE, StreamRules.streams(trace));
    }

    @LabCheck(
            id = "chat.evidence.speakers",
            points = 2,
            title = "At least " + ChatAssignment.SPEAKERS + " clients send messages in the capture",
            hint = "Write in the terminals of different clients while the capture runs.",
            needs = "chat.evidence.capture")
    void speakers(Testbed testbed, TestReporter report) throws IOException {
        CaptureDoubts.of(ChatEvidence.of(testbed).exchange()).ifPresent(doubt -> doubt.publish(report));
        report.publishEntry(NOTE, StreamRules.speakers(exchange(testbed)));
    }

    @LabCheck(
            id = "chat.evidence.broadcast",
            points = 4,
            title = "Each message reappears on the streams of all other clients",
            hint = "Capture the chat server of your own, not the example server.",
            needs = {"chat.evidence.streams", "chat.evidence.speakers"})
    void broadcast(Testbed testbed, TestReporter report) throws IOException {
        require(DeliveryRule.reachesEveryone(exchange(testbed)));
        report.publishEntry(NOTE, DeliveryRule.note(exchange(testbed)));
    }

    @LabCheck(
            id = "chat.evidence.prefix",
            points = 3,
            title = "Each message that was handed on begins with its sender's [ip:port]",
            hint = "Build [ip:port] and a space from the sender's socket, in front of the text.",
            needs = "chat.evidence.broadcast")
    void prefix(Testbed testbed) throws IOException {
        require(PrefixRule.check(exchange(testbed)));
    }

    @LabCheck(
            id = "chat.evidence.echo",
            points = 1,
            title = "No message comes back to who sent it",
            hint = "Leave the sender out when you go through the list of clients.",
            needs = "chat.evidence.broadcast")
    void echo(Testbed testbed) throws IOException {
        require(EchoRule.check(exchange(testbed)));
    }

    @LabCheck(
            id = "chat.evidence.story",
            points = 3,
            title = "The log agrees with the packets",
            hint = "Take the log and the capture from one and the same run.",
            needs = {"chat.evidence.log", "chat.evidence.speakers"})
    void comparison(Testbed testbed, TestReporter report) throws IOException {
        ChatEvidence evidence = ChatEvidence.of(testbed);
        LogDoubts.of(evidence.output(), evidence.exchange()).ifPresent(doubt -> doubt.publish(report));
        report.publishEntry(NOTE, LogComparison.compare(ServerLog.of(evidence.output()), evidence.exchange()));
    }

    private static Exchange exchange(Testbed testbed) throws IOException {
        return ChatEvidence.of(testbed).exchange().exchange();
    }

    private static void require(Optional<CheckFailure> rule) {
        rule.ifPresent(failure -> {
            throw failure;
        });
    }
}
