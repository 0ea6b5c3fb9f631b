package org.wiregrade.labs.twoflow.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.wiregrade.build.Build;
import org.wiregrade.labs.source.StudentSource;
import org.wiregrade.labs.twoflow.rule.Assignment;
import org.wiregrade.labs.twoflow.rule.LabFlow;
import org.wiregrade.labs.twoflow.rule.TwoFlowWords;
import org.wiregrade.regions.TransplantedSource;
import org.wiregrade.testbed.CheckFailure;
import org.wiregrade.testbed.Lab.StudentProgram;
import org.wiregrade.testbed.Program;
import org.wiregrade.testbed.Testbed;

/** What the live checks of one submission share: the clients and the demo, started together at once, and one relay. */
public final class TwoFlowLive implements AutoCloseable {
    private static final String DEMO = "twoflow.TwoFlowDemo";

    private final Testbed testbed;
    private final ClientProgram chatSender;
    private final ClientProgram voipSender;
    private final Program demo;
    private Switchboard board;
    private boolean relayEnds;

    /** What one check does with a relay. */
    @FunctionalInterface
    public interface Visit {
        void to(Switchboard board) throws Exception;
    }

    /** Starts what can be started: the clients send for two seconds, in which the relay is judged. */
    private TwoFlowLive(Testbed testbed) throws IOException {
        this.testbed = testbed;
        boolean template = !testbed.hasOwnLaunch();
        voipSender = template && ready(Assignment.VOIP_SENDER) ? new ClientProgram(testbed, LabFlow.VOIP) : null;
        chatSender = template && ready(Assignment.CHAT_SENDER) ? new ClientProgram(testbed, LabFlow.CHAT) : null;
        demo = template && together() ? startDemo() : null;
    }

    public static TwoFlowLive of(Testbed testbed) {
        return testbed.shared(TwoFlowLive.class, () -> {
            try {
                return new TwoFlowLive(testbed);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private boolean ready(StudentProgram program) throws IOException {
        TransplantedSource source = testbed.assembly().transplant().source(program.source());
        return source.emptyTasks().isEmpty() && testbed.assembly().build(program.source()) instanceof Build.Compiled;
    }

    private boolean together() throws IOException {
        Build relay = testbed.assembly().build(Assignment.RELAY.source());
        for (StudentProgram program : Assignment.PROGRAMS) {
            if (!ready(program) || !testbed.assembly().build(program.source()).equals(relay)) {
                return false;
            }
        }
        return true;
    }

    private Program startDemo() throws IOException {
        return testbed.startGiven(
                "demo", DEMO, Assignment.RELAY, "--host", "127.0.0.1", "--chat-port", "0", "--voip-port", "0");
    }

    /** Asks the run of a flow's sender; a check that does so builds on the one that says that it compiles. */
    public static void answer(Testbed testbed, LabFlow flow, ClientRun.Question question) throws Exception {
        StudentSource.onlyTemplate(testbed);
        TwoFlowLive live = of(testbed);
        ClientProgram program = flow == LabFlow.CHAT ? live.chatSender : live.voipSender;
        if (program == null) {
            throw new IllegalStateException("a client is judged that was not started");
        }
        program.await();
        ClientRun.of(program).answer(question);
    }

    /** The demo's run, or null where the three programs do not compile together. */
    public Program demo() {
        return demo;
    }

    /** The relay as it is; one is started where none runs any more. */
    public Switchboard board() throws IOException {
        if (board != null && !board.alive()) {
            leave();
        }
        if (board == null) {
            board = Switchboard.of(new Relays(testbed).start(), testbed.words());
        }
        return board;
    }

    /** Runs a check on a relay; after a failure the next check gets a new one, so that one mistake costs one check. */
    public void in(Visit visit) throws Exception {
        Switchboard visited = board();
        try {
            visit.to(visited);
        } catch (CheckFailure failure) {
            CheckFailure explained = visited.explained(failure);
            leave();
            throw explained;
        } catch (Exception | Error e) {
            leave();
            throw e;
        }
    }

    /** The same with a relay that makes pauses in the student's code, where its threads have fields in common. */
    public void inNoise(Visit visit) throws Exception {
        Relays relays = new Relays(testbed);
        if (!relays.haveOwnFields()) {
            return;
        }
        try (Switchboard noisy = Switchboard.of(relays.startWithNoise(), testbed.words())) {
            try {
                visit.to(noisy);
            } catch (CheckFailure failure) {
                CheckFailure explained = noisy.explained(failure);
                throw explained.told(explained.got(), TwoFlowWords.hint("relay.mixed"), explained.detail());
            }
        }
    }

    /** Remembers that this relay ends when its clients have. */
    public void relayEnds() {
        relayEnds = true;
    }

    public boolean doesRelayEnd() {
        return relayEnds;
    }

    /** Ends the relay, so that the next check gets a new one. */
    public void leave() throws IOException {
        if (board != null) {
            board.close();
            board = null;
        }
    }

    @Override
    public void close() throws IOException {
        leave();
        for (ClientProgram program : new ClientProgram[] {chatSender, voipSender}) {
            if (program != null) {
                program.close();
            }
        }
    }
}
