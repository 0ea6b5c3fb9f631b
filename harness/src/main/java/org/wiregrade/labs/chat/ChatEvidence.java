package org.wiregrade.labs.chat;

import java.io.IOException;
import org.wiregrade.capture.Capture;
import org.wiregrade.labs.chat.log.PrintedLines;
import org.wiregrade.labs.chat.rule.ChatAssignment;
import org.wiregrade.labs.chat.wire.CapturedExchange;
import org.wiregrade.labs.evidence.EvidenceCapture;
import org.wiregrade.labs.evidence.EvidenceFolder;
import org.wiregrade.labs.evidence.EvidenceText;
import org.wiregrade.testbed.Testbed;

/** The chat lab's two evidence files, each read when a check first asks for it. */
final class ChatEvidence {
    private final EvidenceFolder folder;
    private String output;
    private Capture capture;
    private CapturedExchange exchange;

    ChatEvidence(EvidenceFolder folder) {
        this.folder = folder;
    }

    /** The evidence of a testbed's submission, read once for all checks. */
    static ChatEvidence of(Testbed testbed) {
        return testbed.shared(ChatEvidence.class, () -> new ChatEvidence(new EvidenceFolder(testbed.submission())));
    }

    String output() throws IOException {
        if (output == null) {
            String text = EvidenceText.plain(EvidenceText.read(folder.require(ChatAssignment.OUTPUT)));
            output = PrintedLines.unbroken(text);
        }
        return output;
    }

    Capture capture() throws IOException {
        if (capture == null) {
            capture = EvidenceCapture.read(folder.require(ChatAssignment.CAPTURE));
        }
        return capture;
    }

    CapturedExchange exchange() throws IOException {
        if (exchange == null) {
            exchange = CapturedExchange.of(capture(), ChatAssignment.PORT);
        }
        return exchange;
    }
}
