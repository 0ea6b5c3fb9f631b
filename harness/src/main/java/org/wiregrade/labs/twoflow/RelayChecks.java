package org.wiregrade.labs.twoflow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.wiregrade.testbed.LabCheck;
import org.wiregrade.testbed.Task;
import org.wiregrade.testbed.Testbed;

/** What a relay does between two clients of the harness. */
@Task(value = "The relay", lab = TwoFlowLab.class)
final class RelayChecks {
    private static final int ROUNDS = 3;
    private static final String ONE_DIRECTION = "Let an IOException of one direction end this direction only.";

    @LabCheck(
            id = "two-flow.relay.starts",
            points = 1,
            title = "The relay listens on both ports and accepts two clients on each",
            hint = "Start it yourself and look at its last lines.",
            needs = "two-flow.relay.compiles")
    void acceptsTwoClientsOnEachPort(Testbed testbed) throws Exception {
        TwoFlowLive.of(testbed).in(board -> {
            for (Direction direction : board.directions()) {
                String port = String.valueOf(direction.from().local().port());
                boolean logged = board.relay()
                        .awaitLine(0, line -> line.contains("connection") && line.contains(port), TwoFlowLab.PATIENCE)
                        .isPresent();
                if (!logged) {
                    throw board.failure(
                            "two clients are accepted on each port and logged with their ip:port",
                            "a client on the " + direction.flow() + " port was not",
                            "");
                }
            }
        });
    }

    @LabCheck(
            id = "two-flow.relay.forwards",
            points = 5,
            title = "What a client sends on a flow comes to the other client on that flow, both ways",
            hint = "Read from the socket from, write to the socket to, until read returns -1.",
            needs = "two-flow.relay.starts")
    void bothWaysOnBothFlows(Testbed testbed) throws Exception {
        TwoFlowLive.of(testbed).in(board -> {
            for (Direction direction : board.directions()) {
                Misdelivery.requireForwarded(board, direction, board.token());
            }
        });
    }

    @LabCheck(
            id = "two-flow.relay.separate",
            points = 3,
            title = "It comes to nobody else: not back to its sender, and not on the other flow",
            hint = "Use only the two sockets that the task's code is given, from and to.",
            needs = "two-flow.relay.forwards")
    void flowsStaySeparate(Testbed testbed) throws Exception {
        TwoFlowLive.of(testbed).in(board -> {
            List<String> said = new ArrayList<>();
            List<Direction> by = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                for (Direction direction : board.directions()) {
                    said.add(board.token());
                    by.add(direction);
                    Misdelivery.requireForwarded(board, direction, said.get(said.size() - 1));
                }
            }
            // What a later token has followed on the same way has been handled: all but the last round is judged.
            for (int i = 0; i < said.size() - board.directions().size(); i++) {
                Misdelivery.requireOnlyWhereItBelongs(board, by.get(i), said.get(i));
            }
        });
    }

    @LabCheck(
            id = "two-flow.relay.prompt",
            points = 4,
            title = "A chunk is handed on before the next one comes, held back neither for a newline nor for more",
            hint = "Write what read has brought at once; a BufferedReader waits for a newline, a full buffer for more.",
            needs = "two-flow.relay.forwards")
    void chunksAreHandedOnAtOnce(Testbed testbed) throws Exception {
        TwoFlowLive.of(testbed).in(board -> {
            for (int round = 0; round < ROUNDS; round++) {
                for (Direction direction : board.directions()) {
                    Misdelivery.requirePrompt(board, direction);
                }
            }
        });
    }

    @LabCheck(
            id = "two-flow.relay.unchanged",
            points = 5,
            title = "All 256 byte values, and 1 MiB each way on both flows at once, arrive unchanged",
            hint = "Write exactly the bytes that were read: write(buffer, 0, length).",
            needs = {"two-flow.relay.separate", "two-flow.relay.prompt"})
    void everyByteArrivesUnchanged(Testbed testbed) throws Exception {
        TwoFlowLive.of(testbed).in(board -> Bulk.through(board).judge());
    }

    @LabCheck(
            id = "two-flow.relay.log",
            points = 2,
            title = "Each piece is logged with its direction: [Server CHAT C1->C2] Forwarding: and the text",
            hint = "Print the label that the task's code is given, and the text of the bytes.",
            needs = "two-flow.relay.forwards")
    void eachDirectionIsLogged(Testbed testbed) throws Exception {
        TwoFlowLive.of(testbed).in(board -> {
            for (Direction direction : board.directions()) {
                Misdelivery.requireLogged(board, direction);
            }
        });
    }

    @LabCheck(
            id = "two-flow.relay.half-close",
            points = 3,
            title = "The end of one direction is passed on, while the other direction carries on",
            hint = "to.shutdownOutput() when read has returned -1; close no socket.",
            needs = "two-flow.relay.separate")
    void halfCloseIsPassedOn(Testbed testbed) throws Exception {
        TwoFlowLive.of(testbed).in(board -> {
            for (Direction direction : List.of(board.chat(), board.back(board.voip()))) {
                Misdelivery.requireHalfClose(board, direction);
            }
        });
    }

    @LabCheck(
            id = "two-flow.relay.ends",
            points = 2,
            title = "The relay ends when all four directions have ended",
            hint = "Leave the loop when read returns -1, and return from the task's code.",
            needs = "two-flow.relay.forwards")
    void endsWithTheLastClose(Testbed testbed) throws Exception {
        TwoFlowLive live = TwoFlowLive.of(testbed);
        live.in(board -> {
            for (Direction direction : board.directions()) {
                direction.from().finish();
            }
            Duration limit = TwoFlowLab.PATIENCE;
            if (!board.relay().awaitEnd(limit)) {
                throw board.failure(
                        "the relay ends once all clients have ended their sending",
                        "it was still running " + limit.toSeconds() + " s later",
                        "");
            }
        });
        live.leave();
    }

    @LabCheck(
            id = "two-flow.relay.reset",
            points = 2,
            title = "A client that is lost on the chat flow costs the VoIP flow nothing",
            hint = ONE_DIRECTION,
            needs = "two-flow.relay.separate")
    void resetLeavesTheOtherFlowAlive(Testbed testbed) throws Exception {
        TwoFlowLive.of(testbed).in(board -> {
            for (Direction direction : board.directions()) {
                Misdelivery.requireForwarded(board, direction, board.token());
            }
            int mark = board.relay().lineCount();
            board.chat().from().reset();
            // A right relay may say so or tell the other client; whether it does is not asked, but then it has noticed.
            board.relay().awaitLine(mark, line -> line.contains("CHAT"), TwoFlowLab.NOTICED);
            board.chat().to().awaitEnded(TwoFlowLab.PROMPT);
            for (int round = 0; round < ROUNDS; round++) {
                for (Direction direction : List.of(board.voip(), board.back(board.voip()))) {
                    if (!board.delivers(direction, board.token() + "\n")) {
                        throw board.failure(
                                "after client 1's chat connection is reset, " + direction.words() + " still comes to "
                                        + direction.receiver(),
                                direction.to().ended() ? "the VoIP connection was closed" : "it did not come",
                                ONE_DIRECTION);
                    }
                }
            }
        });
    }
}
