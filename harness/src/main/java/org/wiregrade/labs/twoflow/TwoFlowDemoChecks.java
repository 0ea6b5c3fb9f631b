package org.wiregrade.labs.twoflow;

import java.util.List;
import org.wiregrade.labs.source.StudentSource;
import org.wiregrade.testbed.CheckFailure;
import org.wiregrade.testbed.LabCheck;
import org.wiregrade.testbed.Program;
import org.wiregrade.testbed.Task;
import org.wiregrade.testbed.Testbed;

/** The student's three programs together, with the lab's own sample rows. */
@Task(value = "Relay and clients together", lab = TwoFlowLab.class)
final class TwoFlowDemoChecks {
    private static final List<String> CHAT_ROWS = List.of(
            "C1-CHAT: 2025-12-13T10:00:00 | Client1 | CHAT | Hi, this is Client1 (chat).",
            "C1-CHAT: 2025-12-13T10:00:02 | Client1 | CHAT | This is a second chat message.",
            "C1-CHAT: 2025-12-13T10:00:05 | Client1 | CHAT | Do you hear me well?",
            "C1-CHAT: 2025-12-13T10:00:08 | Client1 | CHAT | Bye from chat!");
    private static final List<String> VOIP_ROWS = List.of(
            "2025-12-13T10:00:01.000 | Client2 | VOIP | VOICE_FRAME_1: hello from Client2",
            "2025-12-13T10:00:01.020 | Client2 | VOIP | VOICE_FRAME_2: test packet 1",
            "2025-12-13T10:00:01.040 | Client2 | VOIP | VOICE_FRAME_3: test packet 2",
            "2025-12-13T10:00:01.060 | Client2 | VOIP | VOICE_FRAME_4: goodbye");

    @LabCheck(
            id = "two-flow.demo",
            points = 2,
            title = "The demo makes its CSV files, carries every row to the other client, and ends",
            hint = "Run twoflow.TwoFlowDemo yourself and compare what is sent with what is received.",
            needs = {
                "two-flow.relay.unchanged",
                "two-flow.relay.half-close",
                "two-flow.relay.ends",
                "two-flow.chat.port",
                "two-flow.chat.form",
                "two-flow.voip.port",
                "two-flow.voip.bytes",
                "two-flow.voip.ends"
            })
    void carriesTheSampleRowsAndEnds(Testbed testbed) throws Exception {
        StudentSource.onlyTemplate(testbed);
        Program demo = TwoFlowLive.of(testbed).demo();
        if (demo == null) {
            throw new CheckFailure(
                    "the three programs compile together",
                    "each compiles alone, but not beside the others",
                    "Two files may declare classes of the same name: put yours inside the program's class.");
        }
        if (!demo.awaitEnd(TwoFlowLab.PATIENCE)) {
            throw new CheckFailure("the demo ends when all has been said", "it is still running", "", demo.tail());
        }
        requireReceived(demo, "[Client2 Chat] Received: ", CHAT_ROWS, "client 2 receives every chat row");
        requireReceived(demo, "[Client1 VoIP] Received: ", VOIP_ROWS, "client 1 receives every VoIP row");
    }

    private static void requireReceived(Program demo, String prefix, List<String> rows, String expected) {
        String came = received(demo.linesFrom(0), prefix);
        for (String row : rows) {
            if (!came.contains(row)) {
                throw new CheckFailure(expected, "“" + row + "” was not received", "", demo.tail());
            }
        }
    }

    /** What a client printed of what it received, put together again; a piece with a newline in it takes two lines. */
    private static String received(List<String> lines, String prefix) {
        var text = new StringBuilder();
        boolean within = false;
        for (String line : lines) {
            within = line.startsWith(prefix) || (within && !line.startsWith("["));
            if (within) {
                text.append(line.startsWith(prefix) ? line.substring(prefix.length()) : line);
            }
        }
        return text.toString();
    }
}
