package org.wiregrade.labs.chat;

import java.io.IOException;
import org.wiregrade.capture.Capture;
import org.wiregrade.labs.evidence.EvidenceCapture;
import org.wiregrade.labs.evidence.EvidenceFolder;
import org.wiregrade.labs.evidence.EvidenceText;
import org.wiregrade.testbed.Testbed;

/** The chat lab's two evidence files, each read when a check first asks for it. */
final class ChatEvidence {
    private final EvidenceFolder folder;
    private String output;
    private Capture capture;
    private ChatTraffic traffic;

    ChatEvidence(EvidenceFolder folder) {
        this.folder = folder;
    }

    /** The evidence of a testbed's submission, read once for all checks. */
    static ChatEvidence of(Testbed testbed) {
        return testbed.shared(ChatEvidence.class, () -> new ChatEvidence(new EvidenceFolder(testbed.submission())));
    }

    String output() throws IOException {
        if (output == null) {
            output = EvidenceText.read(folder.require(ChatEvidenceLimits.OUTPUT));
        }
        return output;
    }

    Capture capture() throws IOException {
        if (capture == null) {
            capture = EvidenceCapture.read(folder.require(ChatEvidenceLimits.CAPTURE));
        }
        return capture;
    }

    ChatTraffic traffic() throws IOException {
        if (traffic == null) {
            Capture read = capture();
            traffic = ChatTraffic.of(read.trace(), ChatEvidenceLimits.PORT, read.dropped());
        }
        return traffic;
    }
}
