package org.wiregrade.labs.twoflow.live;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wiregrade.labs.twoflow.rule.LabFlow;
import org.wiregrade.testbed.Program;

/** What the given code of the relay prints of its ports: the chat's first, and the VoIP's once clients can connect to both. */
public final class Announced {
    private static final Pattern CHAT = Pattern.compile("Listening for Chat.*:(?<port>\\d{1,5})\\s*$");
    private static final Pattern VOIP = Pattern.compile("Listening for VoIP.*:(?<port>\\d{1,5})\\s*$");

    private Announced() {}

    static Pattern pattern(LabFlow flow) {
        return flow == LabFlow.CHAT ? CHAT : VOIP;
    }

    /** A flow's port, as a program has printed it. */
    public static Optional<Integer> port(Program program, LabFlow flow) {
        return program.linesFrom(0).stream()
                .map(pattern(flow)::matcher)
                .filter(Matcher::find)
                .map(announced -> Integer.valueOf(announced.group("port")))
                .findFirst();
    }
}
