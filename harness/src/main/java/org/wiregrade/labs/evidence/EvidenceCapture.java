package org.wiregrade.labs.evidence;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.wiregrade.capture.Capture;
import org.wiregrade.capture.CaptureProblem;
import org.wiregrade.capture.Captures;
import org.wiregrade.capture.UnreadableCapture;
import org.wiregrade.testbed.CheckFailure;

/** The rules that every submitted capture has to meet as a file. */
public final class EvidenceCapture {
    private static final int PROBLEMS_SHOWN = 5;

    private EvidenceCapture() {}

    /**
     * Reads a capture.
     *
     * @throws CheckFailure where the file is none; an {@link IOException} of the disk is not the student's doing
     */
    public static Capture read(Path file) throws IOException {
        try {
            return Captures.read(file);
        } catch (UnreadableCapture e) {
            throw new CheckFailure(
                    Quote.name(file) + " is a capture that can be read",
                    e.getMessage(),
                    "Open the file in Wireshark once before you hand it in.");
        }
    }

    /** Asks for pcapng, which other readable formats are not. */
    public static void requirePcapng(Capture capture) {
        if (!capture.format().startsWith("pcapng")) {
            throw new CheckFailure(
                    "a capture in the pcapng format",
                    "a classic " + capture.format() + " file under a pcapng name",
                    "Open it in Wireshark and use File → Save As with the type “Wireshark/… - pcapng”; renaming a file"
                            + " does not change its format.");
        }
    }

    /** What a reader should know of a capture that could be read: its size, losses, and faults. */
    public static String note(Capture capture) {
        StringBuilder note = new StringBuilder();
        note.append(Quote.count(capture.packets(), "packet")).append(", ");
        note.append(capture.tcpPackets()).append(" of them TCP, in ");
        note.append(Quote.count(capture.trace().streams().size(), "TCP stream")).append('.');
        List<CaptureProblem> problems = capture.problems();
        for (CaptureProblem problem : problems.subList(0, Math.min(PROBLEMS_SHOWN, problems.size()))) {
            note.append('\n').append(problem.message());
        }
        if (capture.dropped() > 0) {
            note.append("\nWhat lost packets carried is not held against you.");
        }
        return note.toString();
    }
}
