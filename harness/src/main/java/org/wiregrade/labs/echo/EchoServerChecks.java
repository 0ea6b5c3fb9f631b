package org.wiregrade.labs.echo;

import org.wiregrade.testbed.LabCheck;
import org.wiregrade.testbed.Task;
import org.wiregrade.testbed.Testbed;

/** What the server says to the clients of the harness. */
@Task(value = "Echo server", lab = EchoLab.class)
final class EchoServerChecks {
    @LabCheck(
            id = "echo.answers",
            points = 40,
            title = "The server answers a message with the same text in capitals",
            hint = "Write text.toUpperCase(Locale.ROOT) as UTF-8 to client.getOutputStream().",
            needs = "echo.server.compiles")
    void answersInCapitals(Testbed testbed) throws Exception {
        EchoTalk.of(testbed).requireAnswers();
    }

    @LabCheck(
            id = "echo.each",
            points = 15,
            title = "Each client gets its own answers, also when another has left",
            hint = "Keep what belongs to one client in local variables: each client has a thread of its own.",
            needs = "echo.server.compiles")
    void eachGetsItsOwn(Testbed testbed) throws Exception {
        EchoTalk.of(testbed).requireEachItsOwn();
    }

    @LabCheck(
            id = "echo.log",
            points = 15,
            title = "The server logs each message and each answer",
            hint = "Print [RECV] with what came and [SEND] with what was sent, both with Peer.of(client).",
            needs = "echo.server.compiles")
    void logsBoth(Testbed testbed) throws Exception {
        EchoTalk.of(testbed).requireLog();
    }
}
