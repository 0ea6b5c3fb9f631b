package org.wiregrade.labs.twoflow;

import org.junit.jupiter.api.TestReporter;
import org.wiregrade.labs.twoflow.live.ClientRun;
import org.wiregrade.labs.twoflow.live.TwoFlowLive;
import org.wiregrade.labs.twoflow.rule.Assignment;
import org.wiregrade.labs.twoflow.rule.LabFlow;
import org.wiregrade.testbed.LabCheck;
import org.wiregrade.testbed.Task;
import org.wiregrade.testbed.Testbed;

/** What client 2 sends of five VoIP rows to the harness in the relay's place, and when. */
@Task(value = "Client 2: VoIP frames", lab = TwoFlowLab.class)
final class VoipSenderChecks {
    @LabCheck(
            id = "two-flow.voip.rows",
            points = 1,
            title = "Client 2 sends each row of its CSV file once, in order",
            hint = "Write the payload that the task's code is given to the stream out.",
            needs = "two-flow.voip.compiles")
    void eachRowOnceInOrder(Testbed testbed) throws Exception {
        answer(testbed, run -> {
            run.rows().requireEachOnce();
            run.rows().requireOrder();
        });
    }

    @LabCheck(
            id = "two-flow.voip.bytes",
            points = 2,
            title = "Every byte of a row comes, and none that is not in it",
            hint = "Go through the payload in steps of CHUNK_SIZE to its very end, and write each byte once.",
            needs = "two-flow.voip.rows")
    void everyByteAndNoOther(Testbed testbed) throws Exception {
        answer(testbed, run -> run.rows().requireForm());
    }

    @LabCheck(
            id = "two-flow.voip.port",
            points = 1,
            title = "Client 2 sends its rows on the VoIP connection and nothing on the chat connection",
            hint = "Write to the stream that the task's code is given: out.",
            needs = "two-flow.voip.rows")
    void rowsOnTheVoipConnection(Testbed testbed) throws Exception {
        answer(testbed, run -> run.requireOwnFlow());
    }

    @LabCheck(
            id = "two-flow.voip.chunks",
            points = 4,
            title = "A row is sent in chunks of " + Assignment.CHUNK + " bytes, the last one with what remains",
            hint = "One write for each chunk of CHUNK_SIZE bytes.",
            needs = "two-flow.voip.rows")
    void tenBytesEach(Testbed testbed, TestReporter reporter) throws Exception {
        answer(testbed, run -> reporter.publishEntry(run.chunks().requireChunks()));
    }

    @LabCheck(
            id = "two-flow.voip.newline",
            points = 2,
            title = "Each row ends with a newline, sent on its own",
            hint = "After the last chunk, and its pause, write '\\n' and nothing else.",
            needs = "two-flow.voip.rows")
    void newlineOnItsOwn(Testbed testbed) throws Exception {
        answer(testbed, run -> run.chunks().requireNewlines());
    }

    @LabCheck(
            id = "two-flow.voip.pace",
            points = 3,
            title = "There are " + Assignment.CHUNK_PAUSE_MS + " ms between two chunks and " + Assignment.ROW_PAUSE_MS
                    + " ms after a row",
            hint = "Thread.sleep(BETWEEN_CHUNKS_MS) after each chunk, Thread.sleep(AFTER_ROW_MS) after the newline.",
            needs = "two-flow.voip.rows")
    void pausesBetweenChunks(Testbed testbed, TestReporter reporter) throws Exception {
        answer(testbed, run -> reporter.publishEntry(run.requirePauses()));
    }

    @LabCheck(
            id = "two-flow.voip.text",
            points = 1,
            title = "A newline inside a message and letters cut by a chunk's end come as they are in the file",
            hint = "Send the bytes of the payload as they are, never by way of a String.",
            needs = "two-flow.voip.bytes")
    void bytesUnchanged(Testbed testbed) throws Exception {
        answer(testbed, run -> run.rows().requireText());
    }

    @LabCheck(
            id = "two-flow.voip.ends",
            points = 1,
            title = "Client 2 prints what it hears, ends its sending after the last row, and ends",
            hint = "Return from the task's code when the row is sent, and end every thread that you start.",
            needs = "two-flow.voip.rows")
    void printsAndEnds(Testbed testbed) throws Exception {
        answer(testbed, ClientRun::requireHeardAndEnd);
    }

    private static void answer(Testbed testbed, ClientRun.Question question) throws Exception {
        TwoFlowLive.answer(testbed, LabFlow.VOIP, question);
    }
}
