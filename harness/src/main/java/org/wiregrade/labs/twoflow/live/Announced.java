package org.wiregrade.labs.twoflow.live;

import java.util.regex.Pattern;
import org.wiregrade.labs.twoflow.rule.LabFlow;
import org.wiregrade.labs.twoflow.rule.TwoFlowWords;
import org.wiregrade.testbed.Program;

/** What the given code of the relay prints of its ports: the chat's first, and the VoIP's once clients can connect to both. */
public final class Announced {
    private static final Pattern CHAT = Pattern.compile("Listening for Chat.*:(?<port>-?\\d+)\\s*$");
    private static final Pattern VOIP = Pattern.compile("Listening for VoIP.*:(?<port>-?\\d+)\\s*$");

    private Announced() {}

    static Pattern pattern(LabFlow flow) {
        return flow == LabFlow.CHAT ? CHAT : VOIP;
    }

    /** A flow's port, as a program has printed it; one that printed none, or none that can be, has failed. */
    public static int port(Program program, LabFlow flow) {
        return program.announcedPort(pattern(flow), TwoFlowWords.say("announced", program.name(), flow.words()));
    }
}
