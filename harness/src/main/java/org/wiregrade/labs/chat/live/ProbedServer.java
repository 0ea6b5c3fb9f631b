package org.wiregrade.labs.chat.live;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.wiregrade.build.probe.GuardedList;
import org.wiregrade.build.probe.Probes;
import org.wiregrade.labs.chat.rule.ChatAssignment;
import org.wiregrade.testbed.Program;
import org.wiregrade.testbed.Testbed;

/** Copies of the server that show by more than luck what its threads do to each other. */
record ProbedServer(Testbed testbed) {
    private static final String LIST = "clients";
    private static final String LOCK = "lock";
    private static final Probes PROBES =
            new Probes(ChatAssignment.SERVER.mainClass(), Set.of("main", "run", "serve", "deliver"));

    /** One whose list of clients says where it is used without the lock. */
    Program withGuardedList() throws IOException {
        return start(PROBES.withGuardedList(home(), LIST, LOCK));
    }

    /** One that makes pauses in the student's own code. */
    Program withNoise() throws IOException {
        return start(PROBES.withNoise(home()));
    }

    private Path home() throws IOException {
        return testbed.compiled(ChatAssignment.SERVER).home();
    }

    private Program start(Path copy) throws IOException {
        return testbed.startCopy(
                ChatAssignment.SERVER, copy, ChatAssignment.READY, "--host", "127.0.0.1", "--port", "0");
    }

    /** Whether its threads have something of the student's in common. */
    boolean hasOwnFields() throws IOException {
        if (testbed.hasOwnLaunch()) {
            return false;
        }
        Set<String> own = new HashSet<>(PROBES.fields(home()));
        own.removeAll(Set.of(LIST, LOCK));
        return !own.isEmpty();
    }

    /** The line of the student's file where such a server used its list without the lock; empty where it did not. */
    Optional<Integer> unguarded(Program server) {
        return server.linesFrom(0).stream()
                .filter(line -> line.startsWith(GuardedList.TAG))
                .map(line -> line.substring(GuardedList.TAG.length()))
                .filter(number -> number.matches("\\d{1,9}"))
                .map(number -> testbed.assembly().studentLine(ChatAssignment.SERVER.source(), Integer.parseInt(number)))
                .findFirst();
    }
}
