package org.wiregrade.labs.twoflow;

import java.util.ArrayList;
import java.util.List;
import org.wiregrade.labs.source.ClassNames;
import org.wiregrade.labs.twoflow.live.Direction;
import org.wiregrade.labs.twoflow.live.RelayProbe;
import org.wiregrade.labs.twoflow.live.TwoFlowLive;
import org.wiregrade.labs.twoflow.rule.Assignment;
import org.wiregrade.labs.twoflow.rule.LabFlow;
import org.wiregrade.labs.twoflow.rule.Tolerance;
import org.wiregrade.labs.twoflow.rule.TwoFlowWords;
import org.wiregrade.testbed.LabCheck;
import org.wiregrade.testbed.Task;
import org.wiregrade.testbed.Testbed;

/** What a relay does between two clients of the harness. */
@Task(value = "The relay", lab = TwoFlowLab.class)
final class RelayChecks {
    private static final int ROUNDS = 3;

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
                        .awaitLine(0, line -> line.contains("connection") && line.contains(port), Tolerance.PATIENCE)
                        .isPresent();
                if (!logged) {
                    String flow = direction.flow().words();
                    throw TwoFlowWords.failure(TwoFlowWords.say("accepted.expected"), "accepted.not", flow);
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
        onEachWay(
                testbed,
                1,
                (probe, way) -> probe.requireForwarded(way, probe.board().token()));
        if (ClassNames.of(testbed, Assignment.RELAY).mention("setSoTimeout")) {
            TwoFlowLive.of(testbed).in(board -> new RelayProbe(board).requireThatSilenceEndsNothing());
        }
    }

    @LabCheck(
            id = "two-flow.relay.separate",
            points = 3,
            title = "It comes to nobody else: not back to its sender, and not on the other flow",
            hint = "Use only the two sockets that the task's code is given, from and to.",
            needs = "two-flow.relay.forwards")
    void flowsStaySeparate(Testbed testbed) throws Exception {
        TwoFlowLive.of(testbed).in(board -> {
            RelayProbe probe = new RelayProbe(board);
            List<Direction> by = new ArrayList<>();
            List<String> texts = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                for (Direction direction : board.directions()) {
                    by.add(direction);
                    texts.add(board.token());
                    probe.requireForwarded(direction, texts.get(texts.size() - 1));
                }
            }
            // What a later text has followed on the same way has been handled: all but the last round is judged.
            int judged = texts.size() - board.directions().size();
            probe.requireOnlyWhereTheyBelong(by.subList(0, judged), texts.subList(0, judged));
        });
    }

    @LabCheck(
            id = "two-flow.relay.prompt",
            points = 4,
            title = "A chunk is handed on before the next one comes, held back neither for a newline nor for more",
            hint = "Write what read has brought at once; a BufferedReader waits for a newline, a full buffer for more.",
            needs = "two-flow.relay.forwards")
    void chunksAreHandedOnAtOnce(Testbed testbed) throws Exception {
        onEachWay(testbed, ROUNDS, RelayProbe::requirePrompt);
    }

    @LabCheck(
            id = "two-flow.relay.unchanged",
            points = 5,
            title = "All 256 byte values, and 1 MiB each way on both flows at once, arrive unchanged",
            hint = "Write exactly the bytes that were read: write(buffer, 0, length).",
            needs = {"two-flow.relay.separate", "two-flow.relay.prompt"})
    void everyByteArrivesUnchanged(Testbed testbed) throws Exception {
        TwoFlowLive live = TwoFlowLive.of(testbed);
        live.in(board -> new RelayProbe(board).requireUnchanged());
        live.inNoise(board -> new RelayProbe(board).requireUnchanged());
    }

    @LabCheck(
            id = "two-flow.relay.log",
            points = 2,
            title = "What is handed on is logged with its direction: [Server CHAT C1->C2] Forwarding: and the text",
            hint = "Print the label that the task's code is given, and the text of the bytes.",
            needs = "two-flow.relay.forwards")
    void eachDirectionIsLogged(Testbed testbed) throws Exception {
        onEachWay(testbed, 1, RelayProbe::requireLogged);
    }

    @LabCheck(
            id = "two-flow.relay.half-close",
            points = 3,
            title = "The end of one direction is passed on, while the other direction carries on",
            hint = "to.shutdownOutput() when read has returned -1; close no socket.",
            needs = "two-flow.relay.separate")
    void halfCloseIsPassedOn(Testbed testbed) throws Exception {
        TwoFlowLive.of(testbed).in(board -> {
            RelayProbe probe = new RelayProbe(board);
            probe.requireHalfClose(board.of(LabFlow.CHAT));
            probe.requireHalfClose(board.back(board.of(LabFlow.VOIP)));
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
            new RelayProbe(board).requireEnd();
        });
        live.leave();
        live.relayEnds();
    }

    @LabCheck(
            id = "two-flow.relay.reset",
            points = 2,
            title = "A client that is lost on the chat flow costs the VoIP flow nothing",
            hint = "Let an IOException of one direction end this direction only.",
            needs = "two-flow.relay.separate")
    void resetLeavesTheOtherFlowAlive(Testbed testbed) throws Exception {
        List<String> forwarded = new ArrayList<>();
        onEachWay(testbed, 1, (probe, way) -> {
            forwarded.add(probe.board().token());
            probe.requireForwarded(way, forwarded.get(forwarded.size() - 1));
        });
        TwoFlowLive live = TwoFlowLive.of(testbed);
        live.in(board -> {
            int mark = board.relay().lineCount();
            Direction chat = board.of(LabFlow.CHAT);
            chat.from().reset();
            // A right relay may say so or tell the other client; whether it does is not asked, but then it has noticed.
            // What it says of a message that came before may be read late, and tells nothing.
            board.relay()
                    .awaitLine(
                            mark,
                            line -> line.contains("CHAT") && forwarded.stream().noneMatch(line::contains),
                            Tolerance.NOTICED);
            chat.to().awaitEnded(Tolerance.PROMPT);
            RelayProbe probe = new RelayProbe(board);
            requireVoipAlive(probe);
            if (live.doesRelayEnd()) {
                probe.requireEndBehindLoss(chat);
            }
        });
        live.leave();
    }

    private static void requireVoipAlive(RelayProbe probe) {
        Direction voip = probe.board().of(LabFlow.VOIP);
        for (int round = 0; round < ROUNDS; round++) {
            probe.requireAlive(voip);
            probe.requireAlive(probe.board().back(voip));
        }
    }

    /** What is asked of each way through the relay. */
    @FunctionalInterface
    private interface Question {
        void of(RelayProbe probe, Direction way) throws Exception;
    }

    private static void onEachWay(Testbed testbed, int rounds, Question question) throws Exception {
        TwoFlowLive.of(testbed).in(board -> {
            RelayProbe probe = new RelayProbe(board);
            for (int round = 0; round < rounds; round++) {
                for (Direction direction : board.directions()) {
                    question.of(probe, direction);
                }
            }
        });
    }
}
