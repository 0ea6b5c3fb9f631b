package org.wiregrade.labs.twoflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.wiregrade.submission.Build;
import org.wiregrade.submission.TransplantedSource;
import org.wiregrade.testbed.Lab.StudentProgram;
import org.wiregrade.testbed.Program;
import org.wiregrade.testbed.Testbed;

/** What the live checks of one submission share: the clients and the demo, started together at once, and one relay. */
final class TwoFlowLive implements AutoCloseable {
    private static final String DEMO = "twoflow.TwoFlowDemo";

    private final Testbed testbed;
    private final Recording chatSender;
    private final Recording voipSender;
    private final Program demo;
    private Switchboard board;

    /** What one check does with a relay. */
    @FunctionalInterface
    interface Visit {
        void to(Switchboard board) throws Exception;
    }

    /** Starts what can be started: the clients send for two seconds, in which the relay is judged. */
    private TwoFlowLive(Testbed testbed) throws IOException {
        this.testbed = testbed;
        boolean template = !testbed.hasOwnLaunch();
        voipSender = template && ready(TwoFlowLab.VOIP_SENDER) ? Recording.ofVoip(testbed) : null;
        chatSender = template && ready(TwoFlowLab.CHAT_SENDER) ? Recording.ofChat(testbed) : null;
        demo = template && together() ? startDemo() : null;
    }

    static TwoFlowLive of(Testbed testbed) {
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
        Build relay = testbed.assembly().build(TwoFlowLab.RELAY.source());
        for (StudentProgram program : TwoFlowLab.LAB.programs()) {
            if (!ready(program) || !testbed.assembly().build(program.source()).equals(relay)) {
                return false;
            }
        }
        return true;
    }

    private Program startDemo() throws IOException {
        return testbed.startGiven(
                "demo", DEMO, TwoFlowLab.RELAY, "--host", "127.0.0.1", "--chat-port", "0", "--voip-port", "0");
    }

    /** Client 1's run; a check that asks for it builds on the one that says that client 1 compiles. */
    Recording chatSender() throws IOException {
        return started(chatSender);
    }

    Recording voipSender() throws IOException {
        return started(voipSender);
    }

    private static Recording started(Recording recording) throws IOException {
        if (recording == null) {
            throw new IllegalStateException("a client is judged that was not started");
        }
        recording.await();
        return recording;
    }

    /** The demo's run, or null where the three programs do not compile together. */
    Program demo() {
        return demo;
    }

    /** The relay as it is; one is started where none runs. */
    Switchboard board() throws IOException {
        if (board == null) {
            board = Switchboard.start(testbed);
        }
        return board;
    }

    /** Runs a check on a relay; after a failure the next check gets a new one, so that one mistake costs one check. */
    void in(Visit visit) throws Exception {
        if (board != null && !board.alive()) {
            leave();
        }
        try {
            visit.to(board());
        } catch (Exception | Error e) {
            leave();
            throw e;
        }
    }

    /** Ends the relay, so that the next check gets a new one. */
    void leave() throws IOException {
        if (board != null) {
            board.close();
            board = null;
        }
    }

    @Override
    public void close() throws IOException {
        leave();
        for (Recording recording : new Recording[] {chatSender, voipSender}) {
            if (recording != null) {
                recording.close();
            }
        }
    }
}
