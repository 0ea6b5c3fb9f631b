package org.wiregrade.labs.twoflow.wire;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wiregrade.capture.Capture;
import org.wiregrade.labs.evidence.EvidenceCapture;
import org.wiregrade.labs.evidence.EvidenceFolder;
import org.wiregrade.labs.twoflow.rule.Assignment;
import org.wiregrade.labs.twoflow.rule.LabFlow;
import org.wiregrade.labs.twoflow.rule.MessageRow;
import org.wiregrade.submission.Submission;
import org.wiregrade.testbed.CheckFailure;
import org.wiregrade.testbed.Testbed;

/** The two-flow lab's capture and CSV files, each read when a check first asks for it. */
public final class TwoFlowEvidence {
    private final Submission submission;
    private Capture capture;
    private TwoFlowTraffic traffic;

    TwoFlowEvidence(Submission submission) {
        this.submission = submission;
    }

    /** The evidence of a testbed's submission, read once for all checks. */
    public static TwoFlowEvidence of(Testbed testbed) {
        return testbed.shared(TwoFlowEvidence.class, () -> new TwoFlowEvidence(testbed.submission()));
    }

    public Capture capture() throws IOException {
        if (capture == null) {
            capture = EvidenceCapture.read(new EvidenceFolder(submission).require(Assignment.CAPTURE));
        }
        return capture;
    }

    /** What the capture shows; a CSV file that cannot be read has no rows here. */
    public TwoFlowTraffic traffic() throws IOException {
        if (traffic == null) {
            Map<LabFlow, List<MessageRow>> rows = new EnumMap<>(LabFlow.class);
            for (LabFlow flow : LabFlow.values()) {
                rows.put(flow, rowsOrNone(flow));
            }
            Capture read = capture();
            // That packets were lost somewhere excuses no stream that lacks none.
            traffic = TwoFlowTraffic.of(read.trace(), rows, 0, LabFlow::port);
        }
        return traffic;
    }

    private List<MessageRow> rowsOrNone(LabFlow flow) throws IOException {
        try {
            return rows(flow);
        } catch (CheckFailure unreadable) {
            // the check of the rows says so; the others can judge without them
            return List.of();
        }
    }

    /**
     * The rows of a flow's CSV file, or the lab's sample rows where there is no file.
     *
     * @throws CheckFailure where the file is not such a file
     */
    public List<MessageRow> rows(LabFlow flow) throws IOException {
        Optional<Path> file = submission.find(flow.file());
        return file.isPresent() ? MessageRows.read(file.get(), flow) : MessageRows.samples(flow);
    }
}
