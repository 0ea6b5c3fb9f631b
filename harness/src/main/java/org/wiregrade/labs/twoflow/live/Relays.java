package org.wiregrade.labs.twoflow.live;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.wiregrade.build.probe.Probes;
import org.wiregrade.labs.twoflow.rule.Assignment;
import org.wiregrade.labs.twoflow.rule.LabFlow;
import org.wiregrade.testbed.Program;
import org.wiregrade.testbed.Testbed;

/** The student's relay, as it is and as a copy that shows by more than luck what its four threads do to each other. */
record Relays(Testbed testbed) {
    private static final Set<String> GIVEN_FIELDS = Set.of("chat", "voip");
    private static final Probes PROBES = new Probes(
            Assignment.RELAY.mainClass(),
            Set.of("main", "chatPort", "voipPort", "run", "close", "relay", "accept", "start", "direction", "end"));
    private static final String[] ANY_PORTS = {"--host", "127.0.0.1", "--chat-port", "0", "--voip-port", "0"};

    Program start() throws IOException {
        return testbed.startServer(Assignment.RELAY, Announced.pattern(LabFlow.VOIP), ANY_PORTS);
    }

    /** One that makes pauses in the student's own code, which cost a right relay nothing but time. */
    Program startWithNoise() throws IOException {
        return testbed.startCopy(
                Assignment.RELAY,
                PROBES.withNoise(testbed.compiled(Assignment.RELAY).home()),
                Announced.pattern(LabFlow.VOIP),
                ANY_PORTS);
    }

    /** Whether its threads have something of the student's in common. */
    boolean haveOwnFields() throws IOException {
        if (testbed.hasOwnLaunch()) {
            return false;
        }
        Set<String> own =
                new HashSet<>(PROBES.fields(testbed.compiled(Assignment.RELAY).home()));
        own.removeAll(GIVEN_FIELDS);
        return !own.isEmpty();
    }
}
