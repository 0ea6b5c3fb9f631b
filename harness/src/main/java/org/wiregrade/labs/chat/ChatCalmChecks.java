package org.wiregrade.labs.chat;

import org.wiregrade.labs.chat.live.ChatLive;
import org.wiregrade.testbed.LabCheck;
import org.wiregrade.testbed.Task;
import org.wiregrade.testbed.Testbed;

/** What is left of the room when all have said what they had to say; the client was judged meanwhile. */
@Task(value = "What the programs print", lab = ChatLab.class)
final class ChatCalmChecks {
    @LabCheck(
            id = "chat.calm",
            points = 1,
            title = "No program prints without end",
            hint = "Print when something happens; a loop that waits for nothing prints thousands of lines a second.",
            needs = "chat.starts")
    void nothingIsPrintedWithoutEnd(Testbed testbed) throws Exception {
        ChatLive live = ChatLive.of(testbed);
        live.talk();
        live.room();
        testbed.requireCalm();
    }
}
