package org.wiregrade.labs.chat;

import java.nio.file.Path;
import org.junit.jupiter.api.TestReporter;
import org.opentest4j.TestAbortedException;
import org.wiregrade.capture.Capture;
import org.wiregrade.capture.Captures;
import org.wiregrade.testbed.LabCheck;
import org.wiregrade.testbed.Task;
import org.wiregrade.testbed.Testbed;

/**
 * The rules for captures, on the recording of the first conversation itself; worth no points, since the live checks are.
 */
@Task(value = "The run's own wire", lab = ChatLab.class)
final class ChatWireChecks {
    @LabCheck(
            id = "chat.wire",
            points = 0,
            title = "The packets of this very run show the same: handed on to all others, prefixed, not echoed",
            hint = "The recording lies beside the result; open it in Wireshark and follow the streams.",
            needs = {"chat.everyone", "chat.prefix", "chat.no-echo"})
    void packetsAgree(Testbed testbed, TestReporter report) throws Exception {
        Path recording = testbed.capture()
                .orElseThrow(() -> new TestAbortedException("This kind of sandbox does not record the run's wire."));
        report.publishEntry(note(testbed, Captures.read(recording)));
    }

    private static String note(Testbed testbed, Capture capture) throws Exception {
        int port = ChatLive.of(testbed).talk().room().server().port();
        ChatTraffic traffic = ChatTraffic.of(capture.trace(), port, capture.dropped());
        String note = ChatCaptureRules.broadcast(traffic);
        ChatCaptureRules.prefix(traffic);
        ChatCaptureRules.echo(traffic);
        return note;
    }
}
