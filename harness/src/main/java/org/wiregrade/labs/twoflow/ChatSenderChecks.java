package org.wiregrade.labs.twoflow;

import org.junit.jupiter.api.TestReporter;
import org.wiregrade.labs.twoflow.live.ClientRun;
import org.wiregrade.labs.twoflow.live.TwoFlowLive;
import org.wiregrade.labs.twoflow.rule.Assignment;
import org.wiregrade.labs.twoflow.rule.LabFlow;
import org.wiregrade.testbed.LabCheck;
import org.wiregrade.testbed.Task;
import org.wiregrade.testbed.Testbed;

/** What client 1 sends of six chat rows to the harness in the relay's place. */
@Task(value = "Client 1: chat rows", lab = TwoFlowLab.class)
final class ChatSenderChecks {
    @LabCheck(
            id = "two-flow.chat.rows",
            points = 2,
            title = "Client 1 sends each row of its CSV file once",
            hint = "Write the payload of the row that the task's code was given to the stream out.",
            needs = "two-flow.chat.compiles")
    void eachRowOnce(Testbed testbed) throws Exception {
        answer(testbed, run -> run.rows().requireEachOnce());
    }

    @LabCheck(
            id = "two-flow.chat.order",
            points = 1,
            title = "Client 1 sends its rows in the order of the file",
            hint = "Send each row before the method returns.",
            needs = "two-flow.chat.rows")
    void rowsInOrder(Testbed testbed) throws Exception {
        answer(testbed, run -> run.rows().requireOrder());
    }

    @LabCheck(
            id = "two-flow.chat.port",
            points = 1,
            title = "Client 1 sends its rows on the chat connection and nothing on the VoIP connection",
            hint = "Write to the stream that the task's code is given: out.",
            needs = "two-flow.chat.rows")
    void rowsOnTheChatConnection(Testbed testbed) throws Exception {
        answer(testbed, run -> run.requireOwnFlow());
    }

    @LabCheck(
            id = "two-flow.chat.form",
            points = 3,
            title = "A chat row is sent as " + Assignment.CHAT_MARK + Assignment.ROW_FORM,
            hint = "Put \"" + Assignment.SEPARATOR + "\" between the four fields and \"" + Assignment.CHAT_MARK
                    + "\" in front; send no newline behind it.",
            needs = "two-flow.chat.rows")
    void rowsInTheAskedForm(Testbed testbed) throws Exception {
        answer(testbed, run -> run.rows().requireForm());
    }

    @LabCheck(
            id = "two-flow.chat.segment",
            points = 2,
            title = "Client 1 sends each row in one segment of its own",
            hint = "Write the whole row in one write; a stream that writes byte by byte makes a segment of each.",
            needs = "two-flow.chat.rows")
    void aSegmentForEachRow(Testbed testbed, TestReporter reporter) throws Exception {
        answer(testbed, run -> reporter.publishEntry(run.requireSegments()));
    }

    @LabCheck(
            id = "two-flow.chat.text",
            points = 2,
            title = "Quotation marks, commas, newlines and letters of any language come as they are in the file",
            hint = "Send row.message() as it is, as UTF-8.",
            needs = "two-flow.chat.rows")
    void messagesUnchanged(Testbed testbed) throws Exception {
        answer(testbed, run -> run.rows().requireText());
    }

    @LabCheck(
            id = "two-flow.chat.log",
            points = 1,
            title = "Client 1 logs each row that it sends: [Client1 Chat] Sending: and the payload",
            hint = "Print it in the task's code, before you send.",
            needs = "two-flow.chat.rows")
    void rowsAreLogged(Testbed testbed) throws Exception {
        answer(testbed, run -> run.requireLogged());
    }

    @LabCheck(
            id = "two-flow.chat.ends",
            points = 1,
            title = "Client 1 prints what it hears, ends its sending after the last row, and ends",
            hint = "Return from the task's code when the row is sent, and end every thread that you start.",
            needs = "two-flow.chat.rows")
    void printsAndEnds(Testbed testbed) throws Exception {
        answer(testbed, ClientRun::requireHeardAndEnd);
    }

    private static void answer(Testbed testbed, ClientRun.Question question) throws Exception {
        TwoFlowLive.answer(testbed, LabFlow.CHAT, question);
    }
}
