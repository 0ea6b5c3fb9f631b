package org.wiregrade.labs.chat;

import org.wiregrade.labs.chat.live.ClientJudge;
import org.wiregrade.labs.source.StudentSource;
import org.wiregrade.testbed.LabCheck;
import org.wiregrade.testbed.Task;
import org.wiregrade.testbed.Testbed;

/** What the interactive client does with a server of the harness. */
@Task(value = "Chat client", lab = ChatLab.class)
final class ChatClientChecks {
    @LabCheck(
            id = "chat.client.sends",
            points = 3,
            title = "The client sends what is typed",
            hint = "Write the line and a newline, as UTF-8, to the stream out.",
            needs = "chat.client.compiles")
    void sendsWhatIsTyped(Testbed testbed) throws Exception {
        StudentSource.onlyTemplate(testbed);
        ClientJudge.of(testbed).requireSent();
    }

    @LabCheck(
            id = "chat.client.shows",
            points = 3,
            title = "The client shows the server's answer",
            hint = "Read from the stream in, make text of the bytes that were read, and print it.",
            needs = "chat.client.sends")
    void showsTheAnswer(Testbed testbed) throws Exception {
        StudentSource.onlyTemplate(testbed);
        ClientJudge.of(testbed).requireShown();
    }

    @LabCheck(
            id = "chat.client.rtt",
            points = 2,
            title = "The client shows the round-trip time in ms",
            hint = "Take System.nanoTime() before sending and after the answer, and divide the difference by 1e6.",
            needs = "chat.client.shows")
    void showsTheRoundTripTime(Testbed testbed) throws Exception {
        StudentSource.onlyTemplate(testbed);
        ClientJudge.of(testbed).requireTimed();
    }
}
