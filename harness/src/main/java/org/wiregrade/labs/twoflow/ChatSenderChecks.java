package org.wiregrade.labs.twoflow;

import java.io.IOException;
import org.wiregrade.labs.evidence.Quote;
import org.wiregrade.labs.source.StudentSource;
import org.wiregrade.labs.twoflow.SentRows.Sent;
import org.wiregrade.testbed.LabCheck;
import org.wiregrade.testbed.Program;
import org.wiregrade.testbed.Task;
import org.wiregrade.testbed.Testbed;

/** What client 1 sends of five chat rows to the harness in the relay's place. */
@Task(value = "Client 1: chat rows", lab = TwoFlowLab.class)
final class ChatSenderChecks {
    @LabCheck(
            id = "two-flow.chat.rows",
            points = 3,
            title = "Client 1 sends each row of its CSV file once",
            hint = "Write the payload of the row that the task's code was given to the stream out.",
            needs = "two-flow.chat.compiles")
    void eachRowOnce(Testbed testbed) throws Exception {
        run(testbed).requireEachRowOnce();
    }

    @LabCheck(
            id = "two-flow.chat.order",
            points = 1,
            title = "Client 1 sends its rows in the order of the file",
            hint = "Send each row before the method returns.",
            needs = "two-flow.chat.rows")
    void rowsInOrder(Testbed testbed) throws Exception {
        run(testbed).requireOrder();
    }

    @LabCheck(
            id = "two-flow.chat.port",
            points = 1,
            title = "Client 1 sends its rows on the chat connection and nothing on the VoIP connection",
            hint = "Write to the stream that the task's code is given: out.",
            needs = "two-flow.chat.rows")
    void rowsOnTheChatConnection(Testbed testbed) throws Exception {
        run(testbed).requireOwnFlow();
    }

    @LabCheck(
            id = "two-flow.chat.form",
            points = 4,
            title = "A chat row is sent as C1-CHAT: timestamp | speaker | flow | message",
            hint = "Put \" | \" between the four fields and \"C1-CHAT: \" in front; send no newline behind it.",
            needs = "two-flow.chat.rows")
    void rowsInTheAskedForm(Testbed testbed) throws Exception {
        ClientRun run = run(testbed);
        for (Sent sent : run.rows().inOrder()) {
            if (sent.row().plain() && !(sent.whole() && sent.behind().isEmpty())) {
                throw run.failure(
                        Quote.text(sent.row().payload()) + " for " + ClientRun.number(sent),
                        Quote.text(sent.text()),
                        ChatForm.hint(sent.row(), sent.text()));
            }
        }
    }

    @LabCheck(
            id = "two-flow.chat.text",
            points = 2,
            title = "Quotation marks, commas, newlines and letters of any language come as they are in the file",
            hint = "Send row.message() as it is, as UTF-8.",
            needs = "two-flow.chat.rows")
    void messagesUnchanged(Testbed testbed) throws Exception {
        ClientRun run = run(testbed);
        for (Sent sent : run.rows().inOrder()) {
            if (!sent.row().plain() && !sent.text().contains(sent.row().message())) {
                throw run.failure(
                        "the message " + Quote.text(sent.row().message()) + " of " + ClientRun.number(sent),
                        "it came as " + Quote.text(sent.text()),
                        ChatForm.textHint(sent.row(), sent.text()));
            }
        }
    }

    @LabCheck(
            id = "two-flow.chat.log",
            points = 1,
            title = "Client 1 logs each row that it sends: [Client1 Chat] Sending: and the payload",
            hint = "Print it in the task's code, before you send.",
            needs = "two-flow.chat.rows")
    void rowsAreLogged(Testbed testbed) throws Exception {
        ClientRun run = run(testbed);
        Recording recording = TwoFlowLive.of(testbed).chatSender();
        Program program = recording.program();
        for (LiveRow row : recording.rows()) {
            if (row.plain()
                    && program.awaitLine(
                                    0,
                                    line -> line.contains("Sending") && line.contains(row.message()),
                                    TwoFlowLab.PROMPT)
                            .isEmpty()) {
                throw run.failure(
                        "a line " + Quote.text("[Client1 Chat] Sending: " + row.payload()),
                        "no line has “Sending” and the message of " + ClientRun.number(row),
                        "");
            }
        }
    }

    @LabCheck(
            id = "two-flow.chat.ends",
            points = 1,
            title = "Client 1 prints what it hears, ends its sending after the last row, and ends",
            hint = "Return from the task's code when the row is sent, and end every thread that you start.",
            needs = "two-flow.chat.rows")
    void printsAndEnds(Testbed testbed) throws Exception {
        ClientRun run = run(testbed);
        run.requireHeard();
        run.requireEnd();
    }

    private static ClientRun run(Testbed testbed) throws IOException {
        StudentSource.onlyTemplate(testbed);
        return ClientRun.of(TwoFlowLive.of(testbed).chatSender());
    }
}
